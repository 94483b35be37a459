import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// A real SMTP server (aiosmtpd), on the loopback and a free port.
struct SMTPReceiver {
    let port: Int
    let folder: URL
    private let lines: AsyncStream<Data>

    /// One message as the server got it.
    struct Received: Decodable {
        var from: String
        var to: [String]
        var tls: Bool
        var login: String?
        var content: String

        var text: String { String(decoding: Data(base64Encoded: content) ?? Data(), as: UTF8.self) }
    }

    private struct Started: Decodable { var port: Int }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let python = root.appendingPathComponent(".toolchain/python/bin/python")

    /// Whether `scripts/setup-python` has run, without which there is no server.
    static let isAvailable = FileManager.default.fileExists(
        atPath: root.appendingPathComponent(".toolchain/python/installed").path)

    /// Runs `body` with a server of these `options`, which receiver.py explains.
    static func run<Value: Sendable>(
        _ options: String..., body: @Sendable (SMTPReceiver) async throws -> Value
    ) async throws -> Value {
        try await withTemporaryFolder { folder in
            let script = root.appendingPathComponent("Tests/MaigenMailTests/Receiver/receiver.py")
            // The server ends with its input, should this process end before it sends the signal.
            let (input, lifeline) = try FileDescriptor.pipe()
            defer {
                // Nothing is lost with a pipe that nothing was written to.
                try? lifeline.close()
            }
            let run = try await Subprocess.run(
                Configuration(
                    executable: .path(FilePath(python.path)),
                    arguments: Arguments([script.path, folder.path] + options)),
                input: .fileDescriptor(input, closeAfterSpawningProcess: true), output: .sequence, error: .discarded
            ) { execution in
                let lines = lines(of: execution.standardOutput)
                let result: Result<Value, any Error>
                do {
                    result = .success(try await serve(folder, lines, body))
                } catch {
                    result = .failure(error)
                }
                try execution.send(signal: .terminate)
                return result
            }
            return try run.closureResult.get()
        }
    }

    private static func serve<Value>(
        _ folder: URL, _ lines: AsyncStream<Data>, _ body: @Sendable (SMTPReceiver) async throws -> Value
    ) async throws -> Value {
        var first: Data?
        for await line in lines {
            first = line
            break
        }
        let started = try #require(first, "the SMTP server did not start")
        let port = try JSONDecoder().decode(Started.self, from: started).port
        return try await body(SMTPReceiver(port: port, folder: folder, lines: lines))
    }

    /// The next message that arrives.
    func next() async throws -> Received {
        for await line in lines { return try JSONDecoder().decode(Received.self, from: line) }
        throw CancellationError()
    }

    private static func lines(of output: SubprocessOutputSequence) -> AsyncStream<Data> {
        AsyncStream { continuation in
            Task {
                defer { continuation.finish() }
                for try await line in output.strings() { continuation.yield(Data(line.utf8)) }
            }
        }
    }
}
