import Foundation
import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@testable import maigen

@Suite("Live steps and downloads")
struct StreamTests {
    private func events(_ client: WebClient, _ task: String, after id: String? = nil) -> WebRequest {
        client.dressed(WebRequest("GET", "/api/v1/tasks/\(task)/events").with("Last-Event-ID", id))
    }

    /// The next event: its lines by name; nil at the end of the stream.
    private func next(_ connection: WebConnection) async throws -> [String: String]? {
        var event: [String: String] = [:]
        while let line = try await connection.line() {
            // Chunk sizes and the empty lines after chunks stand between.
            if let colon = line.firstIndex(of: ":"), colon != line.startIndex {
                event[String(line[..<colon])] = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
            } else if line.isEmpty, event["event"] != nil {
                return event
            } else if line == "0" {
                return nil
            }
        }
        return nil
    }

    @Test("A task's steps arrive as they happen, end with an event, and go on after the last one seen")
    func steps() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let task = try await site.submit(as: client)
            let seen = try await WebConnection.open(port: site.port) { connection in
                try await connection.send(events(client, task))
                let head = try await connection.head()
                #expect(head.status == 200 && head["content-type"] == "text/event-stream")
                let first = try #require(try await next(connection))
                #expect(first["id"] == "1" && first["event"] == "progress")
                try await site.complete(task)
                var seen = [first]
                while let event = try await next(connection) { seen.append(event) }
                return seen
            }
            #expect(seen.last?["event"] == "end" && seen.last?["data"] == #"{"state":"completed"}"#)
            let numbers = seen.dropLast().compactMap { $0["id"].flatMap { Int($0) } }
            #expect(numbers == Array(1...numbers.count) && numbers.count >= 5)
            let states = seen.dropLast().compactMap { event in
                try? JSONDecoder().decode(JSONNode.self, from: Data(try #require(event["data"]).utf8))["state"].text
            }
            #expect(Set(states) == ["pending", "analyzing", "generating", "validating", "completed"])
            // A client that lost the connection gets the rest, and one that has all is told to ask no more.
            let rest = try await WebConnection.open(port: site.port) { connection in
                try await connection.send(events(client, task, after: "3"))
                _ = try await connection.head()
                return try await next(connection)
            }
            #expect(rest?["id"] == "4")
            let done = try await WebConnection.open(port: site.port) { connection in
                try await connection.answer(to: events(client, task, after: String(numbers.count)))
            }
            #expect(done.status == 204)
        }
    }

    @Test("Open streams do not keep the server from stopping, and there is an end to their number")
    func openStreams() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let task = try await site.submit(as: client)
            let request = events(client, task)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await WebConnection.open(port: site.port) { connection in
                            try await connection.send(request)
                            let head = try await connection.head()
                            guard head.status == 200 else { return head.status }
                            // Stays open until the server stops.
                            while try await connection.line() != nil {}
                            return head.status
                        }
                    }
                }
                let first = try await group.next()
                #expect(first == 429)
                group.cancelAll()
            }
        }
        // Getting here is what is tested: `run` waits for the graceful end.
    }

    @Test("A ZIP is sent whole, in parts, or not again")
    func download() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let task = try await site.submit(as: client)
            #expect(try await client.get("tasks/\(task)/download").code == "task_not_completed")
            let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try await site.complete(task, with: bytes)
            func get(_ headers: (String, String)...) async throws -> WebAnswer {
                try await client.send(
                    headers.reduce(WebRequest("GET", "/api/v1/tasks/\(task)/download")) { $0.with($1.0, $1.1) })
            }
            let whole = try await get()
            #expect(whole.status == 200 && whole.body == Data(bytes) && whole["content-type"] == "application/zip")
            #expect(whole["accept-ranges"] == "bytes" && whole["x-content-type-options"] == "nosniff")
            let tag = try #require(whole["etag"])
            let part = try await get(("Range", "bytes=262140-262150"), ("If-Range", tag))
            #expect(part.status == 206 && part.body == Data(bytes[262140...262150]))
            #expect(part["content-range"] == "bytes 262140-262150/700000")
            let tail = try await get(("Range", "bytes=-300000"))
            #expect(tail.status == 206 && tail.body == Data(bytes[400_000...]))
            #expect(try await get(("If-None-Match", tag)).status == 304)
            let beyond = try await get(("Range", "bytes=700000-"))
            #expect(beyond.status == 416 && beyond["content-range"] == "bytes */700000")
            let head = try await client.call("HEAD", "tasks/\(task)/download")
            #expect(head.status == 200 && head["content-length"] == "700000" && head.body.isEmpty)
        }
    }

    @Test("A preview says what is understood, which samples are read, and what is missing")
    func preview() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let good = try await client.post("spec/preview", TestSite.problem)
            #expect(good.status == 200 && good.json["isUnderstood"].bool == true, "\(good.text)")
            #expect(good.json["specification"].text?.contains("1000") == true)
            #expect(good.json["samples"][0]["isRead"].bool == true && !good.json["bounds"].list.isEmpty)
            let vague = TestSite.problem.replacing("One line with two integers", with: "Some mysterious sequence of")
            let unclear = try await client.post("spec/preview", vague)
            #expect(unclear.json["isUnderstood"].bool == false && !unclear.json["reasons"].list.isEmpty)
            #expect(try await site.balance(client) == 50)
        }
    }

    @Test("A preview checks a specification of the setter's own against the samples")
    func previewOfSpecification() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            func preview(_ specification: String) async throws -> WebAnswer {
                let text = try #require(TestSite.problem.lastIndex(of: "}").map { TestSite.problem[..<$0] })
                let added = String(
                    decoding: try JSONEncoder().encode(["specification": specification]), as: UTF8.self)
                return try await client.post("spec/preview", text + "," + added.dropFirst())
            }
            let inferred = try await client.post("spec/preview", TestSite.problem)
            let known = try #require(inferred.json["specification"].text)
            let good = try await preview(known)
            #expect(good.json["isUnderstood"].bool == true && !good.json["bounds"].list.isEmpty, "\(good.text)")
            let narrow = try await preview(known.replacing("1000", with: "0"))
            #expect(narrow.json["isUnderstood"].bool == false && !narrow.json["reasons"].list.isEmpty)
            let broken = try await preview("no: specification")
            #expect(broken.status == 200 && broken.json["isUnderstood"].bool == false, "\(broken.text)")
        }
    }
}
