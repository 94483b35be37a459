import Foundation
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
    static func run<Value>(_ options: String..., body: (SMTPReceiver) async throws -> Value) async throws -> Value {
        try await withTemporaryFolder { folder in
            let script = root.appendingPathComponent("Tests/MaigenMailTests/Receiver/receiver.py")
            let process = Process()
            process.executableURL = python
            process.arguments = [script.path, folder.path] + options
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            let (ended, end) = AsyncStream.makeStream(of: Void.self)
            process.terminationHandler = { _ in end.finish() }
            try process.run()
            let result: Result<Value, any Error>
            do {
                result = .success(try await serve(folder, output, body))
            } catch {
                result = .failure(error)
            }
            // A signal, and not only the end of its input: a process that another test started at the same moment may hold
            // the other end of the pipe as well. It is waited for, so that no test leaves a process behind, and not by
            // blocking a thread that other tests need.
            input.fileHandleForWriting.closeFile()
            process.terminate()
            for await _ in ended {}
            return try result.get()
        }
    }

    private static func serve<Value>(
        _ folder: URL, _ output: Pipe, _ body: (SMTPReceiver) async throws -> Value
    ) async throws -> Value {
        let lines = Self.lines(output.fileHandleForReading)
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

    private static func lines(_ handle: FileHandle) -> AsyncStream<Data> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                var buffer = Data()
                while true {
                    let data = handle.availableData
                    if data.isEmpty { break }
                    buffer.append(data)
                    while let end = buffer.firstIndex(of: 10) {
                        continuation.yield(Data(buffer[..<end]))
                        buffer = Data(buffer[(end + 1)...])
                    }
                }
                continuation.finish()
            }
        }
    }
}
