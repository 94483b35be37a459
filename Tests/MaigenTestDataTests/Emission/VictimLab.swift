import Foundation
import TestSupport

@testable import MaigenTestData

/// Programs that strategies are aimed at, compiled once, with their steps counted (`Victims/victims.cpp`).
final class VictimLab: Sendable {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static let shared = Task { try await VictimLab() }

    private let folder: URL

    private init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "maigen-victims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Victims/victims.cpp")
        let result = try await Program.run(
            "/usr/bin/g++", ["-std=c++17", "-O1", "-o", "victims", source.path], in: folder)
        guard result.status == 0 else { throw Failure(description: result.message) }
    }

    deinit {
        // A folder that cannot be removed is left to the system's cleaning of temporary files.
        try? FileManager.default.removeItem(at: folder)
    }

    /// What a victim counts on the input that the generator makes.
    func count(_ victim: [String], on lab: GeneratorLab, _ settings: [String], seed: Int = 3) async throws -> Double {
        let run = try await lab.run(["test"] + settings + [String(seed)])
        guard run.status == 0 else { throw Failure(description: "\(settings): \(run.message)") }
        let input = folder.appending(path: UUID().uuidString)
        try Data(run.output).write(to: input)
        let result = try await Program.run(
            folder.appending(path: "victims").path, victim, input: input, in: folder)
        guard result.status == 0, let count = Double(result.text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Failure(description: "\(victim): status \(result.status), \(result.text) \(result.message)")
        }
        return count
    }
}
