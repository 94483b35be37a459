import Foundation
import Testing

/// What a command did.
struct CommandResult {
    var status: Int32
    var output: String
    var errors: String
}

enum Shell {
    /// The repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The `maigen` that was built with these tests.
    static var maigen: URL {
        get throws {
            var folder =
                Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
                .deletingLastPathComponent() ?? Bundle.main.bundleURL
            while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "maigen").path) {
                try #require(folder.path != "/", "no maigen beside the tests")
                folder = folder.deletingLastPathComponent()
            }
            return folder.appending(path: "maigen")
        }
    }

    /// Runs a program to its end; output goes through files so that no pipe can fill up.
    static func run(
        _ executable: URL, _ arguments: [String], input: URL? = nil, in folder: URL? = nil,
        environment: [String: String] = [:], interruptAfter: Duration? = nil
    ) async throws -> CommandResult {
        let scratch = try TemporaryFolder()
        let (output, errors) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
                if let interruptAfter {
                    let number = process.processIdentifier
                    DispatchQueue.global().asyncAfter(
                        deadline: .now() + .milliseconds(Int(interruptAfter / .milliseconds(1)))
                    ) { kill(number, SIGINT) }
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
        return CommandResult(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    static func run(_ name: String, _ arguments: String...) async throws -> CommandResult {
        try await run(URL(fileURLWithPath: "/usr/bin/env"), [name] + arguments)
    }
}

/// A folder that goes when its owner does.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "maigen-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // a leftover in the temporary folder harms no test
    }

    func write(_ name: String, _ text: String) throws -> URL {
        let file = url.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file
    }
}
