import AsyncHTTPClient
import Foundation
import MaigenAnalysis
import NIOCore
import NIOHTTP1
import Synchronization

/// One question over one connection: what arrived, and why not all of it.
struct ModelAttempt: Sendable {
    /// What went wrong.
    enum Fault: Error, Sendable {
        case noConnection(String)
        case rejected(Int, ServerMessage, RetryDirections)
        /// The connection or the stream ended before the answer did.
        case broken(String)
        /// Nothing was heard for too long.
        case silent
        /// The call's deadline passed.
        case late
        case tooLarge
        case malformed(String)
        case cancelled
    }

    struct Outcome: Sendable {
        var reply = ChatReply()
        /// The server took the question.
        var isTaken = false
        /// The server said anything at all.
        var isHeard = false
        var isStreamed = false
        /// nil where the whole answer is there.
        var fault: Fault?
    }

    let http: HTTPClient
    let endpoint: ModelEndpoint
    let limits: ModelLimits
    let deadline: ContinuousClock.Instant

    /// Sends `body`, and reads until the answer is whole, or something is wrong, or the calling task is cancelled.
    func run(_ body: [UInt8], headers: [(String, String)]) async -> Outcome {
        let progress = AttemptProgress(
            firstBy: .now + limits.firstToken, between: limits.betweenTokens, deadline: deadline)
        let fault = await withTaskGroup(of: Fault?.self) { group in
            group.addTask { await read(body, headers, progress) }
            group.addTask { await progress.watch() }
            let first = await group.next() ?? .cancelled
            group.cancelAll()
            return first
        }
        var outcome = progress.outcome
        outcome.fault = Task.isCancelled ? .cancelled : fault
        // All was said, whatever the connection did afterwards.
        if case .broken? = outcome.fault, outcome.reply.isWhole { outcome.fault = nil }
        if case .silent? = outcome.fault, outcome.reply.isWhole { outcome.fault = nil }
        return outcome
    }

    private func read(_ body: [UInt8], _ headers: [(String, String)], _ progress: AttemptProgress) async -> Fault? {
        var request = HTTPClientRequest(url: endpoint.address.url("chat/completions"))
        request.method = .POST
        request.headers = HTTPHeaders(
            [("Content-Type", "application/json"), ("Accept", "text/event-stream, application/json")] + headers)
        if let key = endpoint.key { request.headers.add(name: "Authorization", value: key.header) }
        request.body = .bytes(ByteBuffer(bytes: body))
        do {
            let response = try await http.execute(request, deadline: .now() + .hours(1))
            progress.hear()
            guard (200..<300).contains(response.status.code) else {
                // The beginning says why.
                let body = try await Self.beginning(of: response.body, limit: 64 << 10)
                return .rejected(
                    Int(response.status.code), ServerMessage(body: body), RetryDirections(response.headers))
            }
            progress.take()
            let type = response.headers.first(name: "content-type")?.lowercased() ?? ""
            return type.hasPrefix("text/event-stream")
                ? try await stream(response.body, progress) : try await whole(response.body, progress)
        } catch let fault as Fault {
            return fault
        } catch let error as HTTPClientError where error == .cancelled {
            return .cancelled
        } catch is CancellationError {
            return .cancelled
        } catch {
            // These errors know addresses and certificates, never headers.
            let text = (error as? HTTPClientError)?.shortDescription ?? "\(error)"
            return progress.outcome.isHeard || (error as? HTTPClientError) == .remoteConnectionClosed
                ? .broken(String(text.prefix(200))) : .noConnection(String(text.prefix(200)))
        }
    }

    private func stream(_ body: HTTPClientResponse.Body, _ progress: AttemptProgress) async throws -> Fault? {
        progress.streams()
        var events = EventStream(limit: limits.replyBytes)
        for try await buffer in body {
            do throws(EventStream.TooLarge) {
                for event in try events.take(buffer.readableBytesView) {
                    if let fault = progress.add(event) { return fault }
                }
            } catch {
                return .tooLarge
            }
            if progress.outcome.reply.isDone { return nil }
        }
        if let last = events.end(), let fault = progress.add(last) { return fault }
        return progress.outcome.reply.isWhole ? nil : .broken("the stream ended before the answer did")
    }

    /// An answer in one piece, from a server that does not stream, or one that forgot to say that it does.
    private func whole(_ body: HTTPClientResponse.Body, _ progress: AttemptProgress) async throws -> Fault? {
        let bytes = try await Self.beginning(of: body, limit: limits.replyBytes + 1)
        guard bytes.count <= limits.replyBytes else { return .tooLarge }
        if bytes.starts(with: Array("data:".utf8)) || bytes.starts(with: Array(":".utf8)) {
            var events = EventStream(limit: limits.replyBytes)
            let pieces = try events.take(bytes) + [events.end()].compactMap(\.self)
            for piece in pieces { if let fault = progress.add(piece) { return fault } }
            return progress.outcome.reply.isWhole ? nil : .broken("the stream ended before the answer did")
        }
        if let fault = progress.add(String(decoding: bytes, as: UTF8.self)) { return fault }
        progress.finish()
        return nil
    }

    private static func beginning(of body: HTTPClientResponse.Body, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            bytes += buffer.readableBytesView.prefix(limit - bytes.count)
            if bytes.count >= limit { break }
        }
        return bytes
    }
}

/// What an attempt has heard so far, and until when it must hear more. Shared between the one who reads and the one who
/// watches the clock.
private final class AttemptProgress: Sendable {
    private struct State {
        var outcome = ModelAttempt.Outcome()
        var patience: ContinuousClock.Instant
    }

    private let state: Mutex<State>
    private let between: Duration
    private let deadline: ContinuousClock.Instant

    init(firstBy first: ContinuousClock.Instant, between: Duration, deadline: ContinuousClock.Instant) {
        state = Mutex(State(patience: first))
        self.between = between
        self.deadline = deadline
    }

    var outcome: ModelAttempt.Outcome { state.withLock { $0.outcome } }

    func hear() { state.withLock { $0.outcome.isHeard = true } }
    func take() { state.withLock { $0.outcome.isTaken = true } }
    func streams() { state.withLock { $0.outcome.isStreamed = true } }
    func finish() { state.withLock { $0.outcome.reply.isDone = true } }

    /// Adds what one event holds.
    func add(_ event: String) -> ModelAttempt.Fault? {
        if event.trimmed == "[DONE]" {
            finish()
            return nil
        }
        guard let piece = try? JSONDecoder().decode(ChatPiece.self, from: Data(event.utf8)) else {
            return .malformed("a piece of the answer is not what the protocol says")
        }
        if let error = piece.error {
            let code = Int(error.code).flatMap { (400..<600).contains($0) ? $0 : nil }
            return error.isQuota
                ? .rejected(429, error, RetryDirections())
                : code.map { .rejected($0, error, RetryDirections()) } ?? .broken(error.message)
        }
        state.withLock { state in
            if state.outcome.reply.add(piece) { state.patience = .now + between }
        }
        return nil
    }

    /// Returns when the patience or the call's time is over.
    func watch() async -> ModelAttempt.Fault? {
        while true {
            let patience = state.withLock { $0.patience }
            let moment = min(patience, deadline)
            if moment <= .now { return deadline <= patience ? .late : .silent }
            do {
                try await Task.sleep(until: moment, clock: .continuous)
            } catch {
                return .cancelled
            }
        }
    }
}
