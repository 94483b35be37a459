import Foundation
import TestSupport

@testable import MaigenTestData

/// A generator compiled with g++ and testlib.h.
final class GeneratorLab: Sendable {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    struct Run {
        var status: Int32
        var output: [UInt8]
        var message: String
        var seconds: Double
    }

    let specification: InputSpecification
    let knobs: [Knob]
    let source: String
    private let folder: URL

    /// - Parameter isFast: compiles for speed, as the product does; tests of meaning compile for a quick start.
    init(_ yaml: String, isFast: Bool = false) async throws {
        specification = try SpecificationParser.parse("version: 1\n" + yaml)
        knobs = GeneratorKnobs.knobs(of: specification)
        source = GeneratorEmission.source(for: specification)
        folder = FileManager.default.temporaryDirectory.appending(path: "maigen-generator-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(source.utf8).write(to: folder.appending(path: "generator.cpp"))
        let include = isFast ? try Self.toolchain() : try await Self.precompiled.value
        let compile = try await Self.execute(
            URL(filePath: "/usr/bin/g++"),
            [
                "-std=c++17", isFast ? "-O2" : "-O1", "-Wall", "-Wextra", "-Wno-unused-but-set-variable", "-I",
                include.path, "-o", "generator", "generator.cpp",
            ], in: folder)
        let isOurs = compile.message.split(separator: "\n").contains {
            $0.hasPrefix("generator.cpp:") && $0.contains("warning")
        }
        guard compile.status == 0, !isOurs else { throw Failure(description: compile.message) }
    }

    deinit {
        if ProcessInfo.processInfo.environment["MAIGEN_KEEP_GENERATORS"] == nil {
            // A folder that cannot be removed is left to the system's cleaning of temporary files.
            try? FileManager.default.removeItem(at: folder)
        } else {
            print("generator kept in", folder.path)
        }
    }

    func run(_ arguments: [String]) async throws -> Run {
        try await Self.execute(folder.appending(path: "generator"), arguments, in: folder)
    }

    /// A run and the processor time it took, which other work on the machine does not change much.
    func measure(_ arguments: [String]) async throws -> (run: Run, seconds: Double) {
        let script = "TIMEFORMAT='cpu %U %S'; time ./generator \"$@\""
        let run = try await Self.execute(
            URL(filePath: "/bin/bash"), ["-c", script, "generator"] + arguments, in: folder)
        let times = run.message.split(separator: "\n").last { $0.hasPrefix("cpu ") }?.split(separator: " ").dropFirst()
        let seconds = (times ?? []).compactMap { Double($0) }
        guard seconds.count == 2 else { throw Failure(description: "no times in \(run.message)") }
        return (run, seconds[0] + seconds[1])
    }

    /// The input the arguments make, strictly read.
    func read(_ arguments: [String]) async throws -> InputReading {
        let run = try await run(arguments)
        guard run.status == 0 else {
            throw Failure(description: "\(arguments): status \(run.status), \(run.message)")
        }
        do {
            return try InputReader(specification).read(bytes: run.output)
        } catch {
            let start = String(decoding: run.output.prefix(300), as: UTF8.self)
            throw Failure(description: "\(arguments): \(error.message.english)\n\(start)")
        }
    }

    // MARK: - Processes

    /// The folder with testlib.h, which the set-up puts above the sources.
    private static func toolchain() throws -> URL {
        var folder = URL(filePath: #filePath)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let toolchain = folder.appending(path: ".toolchain")
            if FileManager.default.fileExists(atPath: toolchain.appending(path: "testlib.h").path) { return toolchain }
        }
        throw Failure(description: "no .toolchain/testlib.h: run the set-up first")
    }

    /// testlib.h, compiled once for all tests of a run.
    private static let precompiled = Task { () async throws -> URL in
        let toolchain = try GeneratorLab.toolchain()
        let folder = SharedFolder.named("maigen-testlib")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let header = folder.appending(path: "testlib.h")
        try Data(contentsOf: toolchain.appending(path: "testlib.h")).write(to: header)
        let run = try await execute(
            URL(filePath: "/usr/bin/g++"),
            ["-std=c++17", "-O1", "-Wall", "-Wextra", "-Wno-unused-but-set-variable", "-x", "c++-header", "testlib.h"],
            in: folder)
        guard run.status == 0 else { throw Failure(description: run.message) }
        return folder
    }

    private static func execute(_ program: URL, _ arguments: [String], in folder: URL) async throws -> Run {
        let start = ContinuousClock.now
        let result = try await Program.run(program.path, arguments, in: folder)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return Run(status: result.status, output: [UInt8](result.output), message: result.message, seconds: seconds)
    }
}
