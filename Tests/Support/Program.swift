import Foundation
import Subprocess
import SystemPackage

/// A program that tests run beside the product: a compiler, `unzip`, a validator.
///
/// Not Foundation's `Process`, which crashes in `run()` when several threads start programs at once; and no pipes, which
/// fill up, and which a program that another test starts at the same moment may keep open.
package enum Program {
    /// What a run ended with.
    package struct Result: Sendable {
        /// The exit code, or 128 and the signal's number.
        package var status: Int32
        package var output: Data
        package var errors: Data

        /// The standard output as text.
        package var text: String { String(decoding: output, as: UTF8.self) }
        /// The standard error as text.
        package var message: String { String(decoding: errors, as: UTF8.self) }
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - executable: a path, or a name that is looked up in `PATH`
    ///   - input: the file it reads; nothing where nil
    ///   - folder: where it runs; this process's folder where nil
    ///   - environment: added to this process's own
    ///   - interruptAfter: when it gets a SIGINT
    package static func run(
        _ executable: String, _ arguments: [String], input: URL? = nil, in folder: URL? = nil,
        environment: [String: String] = [:], interruptAfter: Duration? = nil
    ) async throws -> Result {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "maigen-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer {
            // What is left in the temporary folder harms no test.
            try? FileManager.default.removeItem(at: scratch)
        }
        let (output, errors) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
        let status = try await status(
            Configuration(
                executable: executable.contains("/") ? .path(FilePath(executable)) : .name(executable),
                arguments: Arguments(arguments),
                environment: .inherit.updating(
                    Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
                workingDirectory: folder.map { FilePath($0.path) }),
            input: FilePath(input?.path ?? "/dev/null"), output: FilePath(output.path),
            errors: FilePath(errors.path), interruptAfter: interruptAfter)
        return try Result(status: status, output: Data(contentsOf: output), errors: Data(contentsOf: errors))
    }

    /// A program of this package that was built with the tests.
    package static func built(_ name: String) throws -> URL {
        var folder =
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
            ?? Bundle.main.bundleURL
        while !FileManager.default.isExecutableFile(atPath: folder.appending(path: name).path) {
            guard folder.path != "/" else { throw CocoaError(.fileNoSuchFile) }
            folder = folder.deletingLastPathComponent()
        }
        return folder.appending(path: name)
    }

    private static func status(
        _ configuration: Configuration, input: FilePath, output: FilePath, errors: FilePath,
        interruptAfter: Duration?
    ) async throws -> Int32 {
        let result = try await Subprocess.run(
            configuration,
            input: .fileDescriptor(.open(input, .readOnly), closeAfterSpawningProcess: true),
            output: .fileDescriptor(writing(output), closeAfterSpawningProcess: true),
            error: .fileDescriptor(writing(errors), closeAfterSpawningProcess: true)
        ) { execution in
            guard let interruptAfter else { return }
            try await Task.sleep(for: interruptAfter)
            try execution.send(signal: .interrupt)
        }
        return switch result.terminationStatus {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }

    private static func writing(_ path: FilePath) throws -> FileDescriptor {
        try .open(path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    }
}
