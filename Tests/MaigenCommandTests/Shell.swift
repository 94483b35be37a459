import Foundation
import TestSupport
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
        get throws { try Program.built("maigen") }
    }

    /// Runs a program to its end, as ``Program`` does.
    static func run(
        _ executable: URL, _ arguments: [String], input: URL? = nil, in folder: URL? = nil,
        environment: [String: String] = [:], interruptAfter: Duration? = nil
    ) async throws -> CommandResult {
        let result = try await Program.run(
            executable.path, arguments, input: input, in: folder, environment: environment,
            interruptAfter: interruptAfter)
        return CommandResult(status: result.status, output: result.text, errors: result.message)
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
