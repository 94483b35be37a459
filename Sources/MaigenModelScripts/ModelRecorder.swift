import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import MaigenAnalysis
import MaigenModels
import NIOCore
import NIOHTTP1
import Synchronization

/// Stands between a client and a real endpoint, passes everything on, and writes down what was said as a script. Keys are
/// in no script: the client's is thrown away, the endpoint's own is added on the way and removed from what comes back.
package struct ModelRecorder: Sendable {
    private let endpoint: ModelEndpoint
    private let http: HTTPClient
    private let notebook: Notebook
    /// The longest that a question may take.
    private let patience: Duration

    /// Listens at `port` (0: any free one) on 127.0.0.1 until the calling task is cancelled; `file` is written anew after
    /// every exchange. `onRunning` hears the port.
    ///
    /// - Throws: where `file` cannot be written, before anything is recorded
    package static func serve(
        _ choice: ModelChoice, to file: URL, port: Int, limits: ModelLimits = ModelLimits(),
        onRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        try await using(choice, file, limits) { recorder in
            try await LoopbackServer.serve(recorder.router(), port: port, onRunning: onRunning)
        }
    }

    /// Records at a free port for the time of `body`, which is told the address.
    package static func run<Value>(
        _ choice: ModelChoice, to file: URL, limits: ModelLimits = ModelLimits(),
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        try await using(choice, file, limits) { recorder in
            try await LoopbackServer.run(recorder.router()) { try await body("http://127.0.0.1:\($0)/v1") }
        }
    }

    private static func using<Value>(
        _ choice: ModelChoice, _ file: URL, _ limits: ModelLimits, _ body: (ModelRecorder) async throws -> Value
    ) async throws -> Value {
        let notebook = try Notebook(file: file, model: choice.model)
        let http = HTTPClient(configuration: .model(connect: limits.connect))
        let recorder = ModelRecorder(
            endpoint: choice.endpoint, http: http, notebook: notebook, patience: limits.call)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(recorder))
        } catch {
            result = .failure(error)
        }
        // Fails only where it was closed before.
        try? await http.shutdown()
        return try result.get()
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        for version in ["/v1", ""] {
            router.get("\(version)/models") { _, _ in
                let response = try await http.execute(forwarded("models", .GET), timeout: .seconds(30))
                let body = try await response.body.collect(upTo: 8 << 20)
                return Response(
                    status: .init(code: Int(response.status.code)), headers: [.contentType: "application/json"],
                    body: .init(byteBuffer: body))
            }
            router.post("\(version)/chat/completions") { request, _ in
                let body = Array(buffer: try await request.body.collect(upTo: 16 << 20))
                let question = AskedQuestion(
                    body: body, header: { name in HTTPField.Name(name).flatMap { request.headers[$0] } })
                return await pass(body, question)
            }
        }
        return router
    }

    private func forwarded(_ resource: String, _ method: HTTPMethod) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: endpoint.address.url(resource))
        request.method = method
        request.headers.add(name: "Content-Type", value: "application/json")
        if let key = endpoint.key { request.headers.add(name: "Authorization", value: key.header) }
        return request
    }

    /// Passes a question on, and its answer back as it comes.
    private func pass(_ body: [UInt8], _ question: AskedQuestion?) async -> Response {
        var request = forwarded("chat/completions", .POST)
        request.body = .bytes(ByteBuffer(bytes: body))
        let answer: HTTPClientResponse
        do {
            answer = try await http.execute(
                request, timeout: .milliseconds(max(1, patience.milliseconds)))
        } catch {
            var exchange = ModelScript.Exchange(when: condition(question))
            exchange.status = 502
            exchange.error = ModelScript.Fault("the endpoint could not be reached")
            await notebook.add(exchange)
            return ScriptedReply.fault(502, ModelScript.Fault("the endpoint could not be reached"))
        }
        var fields = HTTPFields()
        for name in ["content-type"] + Self.passedOn {
            if let value = answer.headers.first(name: name), let field = HTTPField.Name(name) { fields[field] = value }
        }
        let headers = fields
        return Response(
            status: .init(code: Int(answer.status.code)), headers: headers,
            body: .init { [self] writer in
                var heard = Heard(status: Int(answer.status.code), headers: answer.headers)
                var failure: (any Error)?
                do {
                    for try await buffer in answer.body {
                        heard.add(Array(buffer: buffer))
                        try await writer.write(buffer)
                    }
                } catch {
                    failure = error
                }
                // Written before the client knows that all is said: it may ask for the file next.
                await notebook.add(heard.exchange(condition(question), key: endpoint.key, isCut: failure != nil))
                if let failure { throw failure }
                try await writer.finish(nil)
            })
    }

    static let passedOn = ["retry-after", "retry-after-ms", "x-should-retry"]

    private func condition(_ question: AskedQuestion?) -> ModelScript.Condition {
        ModelScript.Condition(
            agent: question?.agent, prompt: question?.prompt, round: question?.round, digest: question?.digest)
    }

    /// The exchanges so far, and the file they are in.
    private actor Notebook {
        private let file: URL
        private var script: ModelScript

        init(file: URL, model: String) throws {
            self.file = file
            script = ModelScript(model: model, exchanges: [])
            try Data(try script.text.utf8).write(to: file, options: .atomic)
        }

        func add(_ exchange: ModelScript.Exchange) {
            script.exchanges.append(exchange)
            // The next exchange writes everything again; the file's place was tried at the start.
            try? Data(script.text.utf8).write(to: file, options: .atomic)
        }
    }

    /// What has come back of one answer.
    private struct Heard {
        var status: Int
        var headers: HTTPHeaders
        private var body: [UInt8] = []
        private static let limit = 32 << 20

        init(status: Int, headers: HTTPHeaders) {
            self.status = status
            self.headers = headers
        }

        mutating func add(_ bytes: [UInt8]) { body += bytes.prefix(Self.limit - body.count) }

        func exchange(
            _ condition: ModelScript.Condition, key: ModelKey?, isCut: Bool
        ) -> ModelScript.Exchange {
            func clean(_ text: String) -> String { key?.removed(from: text) ?? text }
            var exchange = ModelScript.Exchange(when: condition)
            guard (200..<300).contains(status) else {
                let message = ServerMessage(body: body)
                exchange.status = status
                exchange.error = ModelScript.Fault(
                    clean(message.message), code: message.code.isEmpty ? nil : clean(message.code),
                    type: message.type.isEmpty ? nil : clean(message.type))
                let kept = ModelRecorder.passedOn.compactMap { name in
                    headers.first(name: name).map { (name, clean($0)) }
                }
                exchange.headers = kept.isEmpty ? nil : Dictionary(uniqueKeysWithValues: kept)
                return exchange
            }
            guard let reply = reply() else {
                exchange.raw = clean(String(decoding: body, as: UTF8.self))
                return exchange
            }
            if !reply.text.isEmpty || reply.refusal.isEmpty { exchange.answer = clean(reply.text) }
            if !reply.refusal.isEmpty { exchange.refusal = clean(reply.refusal) }
            if let finish = reply.finish, finish != "stop" { exchange.finish = clean(finish) }
            exchange.usage = reply.usage.map {
                ModelScript.Usage(prompt: $0.promptTokens, answer: $0.answerTokens)
            }
            // As many pieces as the played answer has words: the cut comes where the end would.
            if isCut || !reply.isWhole {
                exchange.chunks = reply.text.isEmpty ? [] : [clean(reply.text)]
                exchange.answer = nil
                exchange.cut = exchange.chunks?.count ?? 0
            }
            return exchange
        }

        /// What the body says; nil where it is not what the protocol says.
        private func reply() -> ChatReply? {
            var reply = ChatReply()
            var pieces = [String(decoding: body, as: UTF8.self)]
            let isStream = headers.first(name: "content-type")?.lowercased().hasPrefix("text/event-stream") == true
            if isStream {
                var events = EventStream(limit: Self.limit)
                guard let found = try? events.take(body) else { return nil }
                pieces = found + [events.end()].compactMap(\.self)
            } else {
                reply.isDone = true
            }
            for piece in pieces {
                if piece.filter({ !$0.isWhitespace }) == "[DONE]" {
                    reply.isDone = true
                    continue
                }
                guard let piece = try? JSONDecoder().decode(ChatPiece.self, from: Data(piece.utf8)), piece.error == nil
                else { return nil }
                _ = reply.add(piece)
            }
            return reply
        }
    }
}
