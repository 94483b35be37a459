import HTTPTypes
import Hummingbird
import MaigenDomain
import ServiceLifecycle
import Synchronization

/// One event of a live stream (`text/event-stream`).
package struct ServerEvent: Sendable, Hashable {
    /// Where a client that lost the connection goes on: it sends this back as `Last-Event-ID`.
    package var id: String?
    /// What kind of event.
    package var name: String
    /// Its content, on one line.
    package var data: String

    package init(id: String? = nil, name: String, data: String) {
        self.id = id
        self.name = name
        self.data = data
    }

    /// As it is sent. A line break in the content would end the event, so it starts another line of the same.
    var text: String {
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }
        return (id.map { "id: \($0)\n" } ?? "") + "event: \(name)\n" + lines.joined() + "\n"
    }
}

/// Answers that go on as long as something happens: server-sent events with heartbeats.
///
/// A stream ends when its source ends, its client goes away, the server stops, `lifetime` is over, or the client reads so
/// slowly that too many pieces pile up: it then connects again and goes on after the last event it saw.
package final class EventStreams: Sendable {
    /// Takes the next event; false where the stream has ended for its reader, and nothing more is wanted.
    package typealias Send = @Sendable (ServerEvent) -> Bool
    private let heartbeat: Duration
    private let lifetime: Duration
    private let limit: Int
    private let limitEach: Int
    private let waiting = 256
    private let open: Mutex<[String: Int]> = Mutex([:])

    /// At most `limit` streams at once, `limitEach` of them by one person. A stream lives for `lifetime` at most, because
    /// whether its reader may read is found out only at its beginning.
    package init(
        heartbeat: Duration = .seconds(15), lifetime: Duration = .seconds(1800), limit: Int = 2000, limitEach: Int = 16
    ) {
        self.heartbeat = heartbeat
        self.lifetime = lifetime
        self.limit = limit
        self.limitEach = limitEach
    }

    /// How many streams are open.
    package var count: Int { open.withLock { $0.values.reduce(0, +) } }

    /// The answer that sends what `source` has to say until it returns. It counts as one of `owner`'s; refuses with
    /// `too_many_streams`.
    package func answer(
        to request: Request, for owner: String, _ source: @escaping @Sendable (Send) async throws -> Void
    ) throws(HTTPRefusal) -> Response {
        guard open.withLock({ $0[owner, default: 0] < limitEach && $0.values.reduce(0, +) < limit }) else {
            throw .tooManyStreams
        }
        let headers: HTTPFields = [
            .contentType: "text/event-stream", .cacheControl: "no-store",
            // Proxies (nginx) that gather answers would hold events back.
            .accelBuffering: "no",
        ]
        let body = ResponseBody { [self] writer in
            let output = StreamOutput(writer: writer)
            enter(owner)
            defer { leave(owner) }
            // Without the first, a server with an open stream never stops; without the second, a stream whose client
            // has gone lives on until it next has something to say.
            try await cancelWhenGracefulShutdown {
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await self.run(source, output)
                }
            }
            try await output.finish()
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private func run(
        _ source: @escaping @Sendable (Send) async throws -> Void, _ output: StreamOutput
    ) async throws {
        let (pieces, input) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingOldest(waiting))
        try await withThrowingTaskGroup(of: Void.self) { [heartbeat, lifetime] group in
            group.addTask {
                defer { input.finish() }
                try await source { event in
                    if case .enqueued = input.yield(event.text) { return true }
                    input.finish()
                    return false
                }
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: heartbeat)
                    input.yield(": still here\n\n")
                }
            }
            group.addTask {
                try await Task.sleep(for: lifetime)
                input.finish()
            }
            try await output.write("retry: 2000\n\n")
            for await piece in pieces { try await output.write(piece) }
            group.cancelAll()
        }
    }

    private func enter(_ owner: String) { open.withLock { $0[owner, default: 0] += 1 } }

    private func leave(_ owner: String) {
        open.withLock { open in
            let left = (open[owner] ?? 1) - 1
            open[owner] = left == 0 ? nil : left
        }
    }
}

// Unchecked: one task writes, the next one finishes after it has ended. The writer arrives as `inout`, which closures
// that outlive a call cannot take.
private final class StreamOutput: @unchecked Sendable {
    private var writer: any ResponseBodyWriter

    init(writer: any ResponseBodyWriter) {
        self.writer = writer
    }

    func write(_ text: String) async throws { try await writer.write(ByteBuffer(string: text)) }

    func finish() async throws { try await writer.finish(nil) }
}

extension Request {
    /// The last event of a stream that the client has seen: a browser says so in a header when it connects again.
    package var lastEventID: String? { headers[.lastEventID] }
}
