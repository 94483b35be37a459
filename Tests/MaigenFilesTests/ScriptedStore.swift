import HTTPTypes
import Hummingbird
import Logging
import MaigenDomain
import Synchronization
import Testing

@testable import MaigenFiles

/// A store that answers by a script, in order, and fails the test where it is asked more than the script has.
final class ScriptedStore: Sendable {
    /// One answer.
    enum Step: Sendable {
        case answer(Int, String = "", headers: [String: String] = [:])
        /// Nothing is ever said.
        case silence
        /// The connection ends after half of what was promised.
        case half(String)

        /// As S3 refuses.
        static func refusal(_ status: Int, _ code: String) -> Step {
            .answer(status, "<?xml version=\"1.0\"?><Error><Code>\(code)</Code><Message>as told</Message></Error>")
        }
    }

    /// What the store was asked: `PUT /bucket/… partNumber=1&uploadId=u`, with names of files as `*`.
    private let seen = Mutex<[String]>([])
    private let steps: Mutex<[Step]>

    init(_ steps: [Step]) { self.steps = Mutex(steps.reversed()) }

    var requests: [String] { seen.withLock { $0 } }

    /// Runs `body` with a client of a store that plays `steps`, all of which must be played.
    static func playing(
        _ steps: [Step], limits: S3Limits = .quick, secret: String = "geheim",
        _ body: (S3FileStore, ScriptedStore) async throws -> Void
    ) async throws {
        let script = ScriptedStore(steps)
        let (ports, running) = AsyncStream<Int>.makeStream()
        let server = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in try await script.answer(to: request) },
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { running.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "store") { _ in SwiftLogNoOpLogHandler() })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            var found: Int?
            for await port in ports {
                found = port
                break
            }
            let port = try #require(found)
            let address = try #require(S3Address("s3://k:\(secret)@127.0.0.1:\(port)/bucket?tls=none"))
            let store = S3FileStore(address, limits: limits)
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(store, script))
            } catch {
                result = .failure(error)
            }
            await store.close()
            group.cancelAll()
            // Ends by the cancellation, which is no fault.
            while await group.nextResult() != nil {}
            try result.get()
        }
        #expect(script.steps.withLock { $0.count } == 0, "steps that were not played")
    }

    private func answer(to request: Request) async throws -> Response {
        var length = 0
        for try await piece in request.body { length += piece.readableBytes }
        let path = request.uri.path.split(separator: "/").map { FileName(String($0)) == nil ? String($0) : "*" }
        let query = request.uri.query.map { " " + $0 } ?? ""
        seen.withLock { $0.append("\(request.method) /\(path.joined(separator: "/"))\(query)") }
        #expect(request.headers[.authorization]?.contains("Signature=") == true)
        #expect(request.headers[.contentLength].flatMap { Int($0) } ?? 0 == length)
        switch steps.withLock({ $0.popLast() }) {
        case nil:
            Issue.record("unexpected: \(requests.last ?? "")")
            return Response(status: .badRequest)
        case .answer(let status, let text, let headers):
            var response = Response(status: .init(code: status), body: .init(byteBuffer: ByteBuffer(string: text)))
            for (name, value) in headers {
                if let name = HTTPField.Name(name) { response.headers[name] = value }
            }
            return response
        case .silence:
            try await Task.sleep(for: .seconds(60))
            return Response(status: .ok)
        case .half(let text):
            return Response(
                status: .partialContent,
                body: ResponseBody(contentLength: text.utf8.count) { writer in
                    try await writer.write(ByteBuffer(string: String(text.prefix(text.count / 2))))
                    throw CancellationError()
                })
        }
    }
}
