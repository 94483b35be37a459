import Hummingbird
import Logging
import MaigenDomain
import ServiceLifecycle
import TestSupport
import Testing

@testable import MaigenHTTP

@Suite("Event streams")
struct EventStreamTests {
    /// Serves `source` on a free port for as long as `body` runs.
    private func serve(
        _ streams: EventStreams, _ source: @escaping @Sendable (EventStreams.Send) async throws -> Void,
        _ body: (Int) async throws -> Void
    ) async throws {
        let router = Router()
        router.get("events") { request, _ in try streams.answer(to: request, for: "ada", source) }
        let (ports, running) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { running.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { running.finish() }
                try await group.run()
            }
            let port = try #require(await ports.first { _ in true })
            let result: Result<Void, any Error>
            do { result = .success(try await body(port)) } catch { result = .failure(error) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
    }

    /// Every line of the stream until it ends.
    private func lines(_ port: Int) async throws -> [String] {
        try await WebConnection.open(port: port) { connection in
            try await connection.send(WebRequest("GET", "/events"))
            #expect(try await connection.head().status == 200)
            var lines: [String] = []
            // The last chunk of a stream is empty.
            while let line = try await connection.line(), line != "0" { lines.append(line) }
            return lines
        }
    }

    @Test("A stream with nothing to say shows that it lives, and ends when its time is over")
    func heartbeats() async throws {
        let streams = EventStreams(heartbeat: .milliseconds(40), lifetime: .milliseconds(500))
        try await serve(streams) { send in
            _ = send(ServerEvent(id: "1", name: "progress", data: "a\nb"))
            try await Task.sleep(for: .seconds(60))
        } _: { port in
            let start = ContinuousClock.now
            let lines = try await lines(port)
            #expect(lines.contains("retry: 2000"))
            #expect(lines.contains("id: 1") && lines.contains("data: a") && lines.contains("data: b"))
            #expect(lines.count { $0 == ": still here" } >= 3)
            #expect(.now - start >= .milliseconds(450) && .now - start < .seconds(20))
            // Its place is free again.
            let end = ContinuousClock.now + .seconds(5)
            while streams.count > 0, .now < end { try await Task.sleep(for: .milliseconds(10)) }
            #expect(streams.count == 0)
        }
    }

    @Test("A reader who does not keep up is let go, so that what waits for it has a bound")
    func slowReader() async throws {
        let streams = EventStreams()
        let (refusals, refused) = AsyncStream<Int>.makeStream()
        try await serve(streams) { send in
            let data = String(repeating: "x", count: 65_536)
            for number in 0..<10_000 {
                guard send(ServerEvent(name: "progress", data: data)) else {
                    refused.yield(number)
                    return
                }
                // Pauses, in which a reader who reads would get it.
                if number.isMultiple(of: 16) { try await Task.sleep(for: .milliseconds(1)) }
            }
            refused.yield(10_000)
        } _: { port in
            try await WebConnection.open(port: port) { connection in
                try await connection.send(WebRequest("GET", "/events"))
                let sent = try #require(await refusals.first { _ in true })
                #expect(sent >= 256 && sent < 10_000)
            }
        }
    }

    @Test("A stream whose client has gone ends, though it has nothing to say")
    func goneClient() async throws {
        let streams = EventStreams()
        try await serve(streams) { _ in
            try await Task.sleep(for: .seconds(60))
        } _: { port in
            try await WebConnection.open(port: port) { connection in
                try await connection.send(WebRequest("GET", "/events"))
                #expect(try await connection.head().status == 200)
                #expect(streams.count == 1)
            }
            let end = ContinuousClock.now + .seconds(10)
            while streams.count > 0, .now < end { try await Task.sleep(for: .milliseconds(10)) }
            #expect(streams.count == 0)
        }
    }
}
