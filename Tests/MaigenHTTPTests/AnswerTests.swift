import Foundation
import HTTPTypes
import Hummingbird
import Logging
import MaigenDomain
import Synchronization
import Testing

@testable import MaigenHTTP

@Suite("What answers say")
struct AnswerTests {
    private let download = Download(
        name: "数据 \"1\"\r\nX: y/../../etc.zip", mediaType: "application/zip", size: 1000, digest: "abc"
    ) { range, pass in try await pass(ByteBuffer(repeating: 1, count: range.count)) }

    private func request(_ headers: HTTPFields, _ method: HTTPRequest.Method = .get) -> Request {
        Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: "/", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    @Test(
        "A range gives that part",
        arguments: [
            ("bytes=0-99", "bytes 0-99/1000", 100), ("bytes=990-", "bytes 990-999/1000", 10),
            ("bytes=-5", "bytes 995-999/1000", 5), ("bytes=-5000", "bytes 0-999/1000", 1000),
            ("bytes=999-5000", "bytes 999-999/1000", 1), ("BYTES = 1-1", "bytes 1-1/1000", 1),
        ])
    func ranges(header: String, expected: String, length: Int) throws {
        let response = try download.response(to: request([.range: header]))
        #expect(response.status == .partialContent)
        #expect(response.headers[.contentRange] == expected)
        #expect(response.body.contentLength == length)
    }

    @Test(
        "What is no single range gives the whole file",
        arguments: ["bytes=5-4", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=--5", "bytes=", "x"])
    func wholeFile(header: String) throws {
        let response = try download.response(to: request([.range: header]))
        #expect(response.status == .ok && response.body.contentLength == 1000)
    }

    @Test("A part that does not exist is refused", arguments: ["bytes=1000-", "bytes=1000-2000", "bytes=-0"])
    func unsatisfiable(header: String) throws {
        #expect(throws: HTTPRefusal.rangeUnsatisfiable(size: 1000)) {
            try download.response(to: request([.range: header]))
        }
    }

    @Test("Conditions compare the content's name")
    func conditions() throws {
        #expect(try download.response(to: request([.ifNoneMatch: "\"x\", \"abc\""])).status == .notModified)
        #expect(try download.response(to: request([.ifNoneMatch: "\"x\""])).status == .ok)
        #expect(
            try download.response(to: request([.range: "bytes=0-0", .ifRange: "\"abc\""])).status == .partialContent)
        #expect(try download.response(to: request([.range: "bytes=0-0", .ifRange: "W/\"abc\""])).status == .ok)
        #expect(try download.response(to: request([.range: "bytes=0-0", .ifRange: "\"old\""])).status == .ok)
        #expect(throws: HTTPRefusal.preconditionFailed) { try download.response(to: request([.ifMatch: "\"old\""])) }
    }

    @Test("A file's name ends neither the header nor climbs out of a folder")
    func names() throws {
        let header = try #require(try download.response(to: request([:])).headers[.contentDisposition])
        #expect(
            header == "attachment; filename=\"__ _1_X: y....etc.zip\"; "
                + "filename*=UTF-8''%E6%95%B0%E6%8D%AE%20%221%22X%3A%20y....etc.zip")
        #expect(!header.contains("/") && !header.contains("\r") && !header.contains("\n"))
    }

    @Test("Moments are written as ISO 8601 in UTC")
    func moments() {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        // Foundation counts by the Julian calendar before 1582.
        var moment: Int64 = -12_000_000_000_000
        while moment < 70_000_000_000_000 {
            let date = Date(timeIntervalSince1970: Double(moment) / 1000)
            #expect(TimeText.text(Timestamp(milliseconds: moment)) == formatter.string(from: date))
            moment += 1_234_567_891_000
        }
        #expect(TimeText.text(Timestamp(milliseconds: 1_709_210_096_789)) == "2024-02-29T12:34:56.789Z")
    }

    @Test("An event's content cannot begin another event")
    func events() {
        let event = ServerEvent(id: "7", name: "progress", data: "a\n\nevent: end")
        #expect(event.text == "id: 7\nevent: progress\ndata: a\ndata: \ndata: event: end\n\n")
    }

    @Test("A problem says when to come back, and in whose language")
    func problems() throws {
        let problem = Problem(
            refusal: AccountRefusal.tooManyAttempts(.milliseconds(1500)), request: "r1", language: .english)
        let response = problem.jsonResponse()
        #expect(response.status == .tooManyRequests)
        #expect(response.headers[.retryAfter] == "2")
        #expect(response.headers[.rateLimit] == "\"too_many_attempts\";r=0;t=2")
        #expect(response.headers[.contentType] == "application/problem+json")
        #expect(response.headers[.contentLanguage] == "en")
    }

    @Test("A log line is one line, whatever was written into it")
    func logLines() throws {
        let store = LineStore()
        let logger = Logger(label: "test") { JSONLogHandler(label: $0, level: .info) { store.add($0) } }
        logger.info("a\nb\"\\\u{85}\u{2028}", metadata: ["k\n": "v\r\n{\"level\":\"error\"}"])
        logger.debug("not at this level")
        let line = try #require(store.lines.first)
        #expect(store.lines.count == 1 && !line.contains("\n") && !line.contains("\r"))
        let fields = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
        #expect(fields["message"] == "a\nb\"\\\u{85}\u{2028}" && fields["k\n"] == "v\r\n{\"level\":\"error\"}")
    }

    @Test("Counters stand under routes of ours, not under what clients write")
    func metrics() {
        let metrics = Metrics()
        metrics.count(method: .get, route: "/a/{id}", status: 200, took: .milliseconds(3))
        metrics.count(method: .init("PROPFIND") ?? .get, route: "NotFound", status: 404, took: .seconds(60))
        let text = metrics.text([
            Gauge("maigen_queue_waiting", "queue", "awaiting-analysis", 2), Gauge("maigen_streams", nil, "", 1),
        ])
        #expect(text.contains("maigen_http_requests_total{method=\"GET\",route=\"/a/{id}\",status=\"200\"} 1\n"))
        #expect(text.contains("{method=\"other\",route=\"NotFound\",status=\"404\"} 1\n"))
        #expect(text.contains("_bucket{method=\"GET\",route=\"/a/{id}\",le=\"0.001\"} 0\n"))
        #expect(text.contains("_bucket{method=\"GET\",route=\"/a/{id}\",le=\"0.005\"} 1\n"))
        #expect(text.contains("maigen_queue_waiting{queue=\"awaiting-analysis\"} 2.0\n"))
        #expect(text.contains("maigen_streams 1.0\n"))
    }
}

/// Keeps lines.
private final class LineStore: Sendable {
    private let kept: Mutex<[String]> = Mutex([])
    var lines: [String] { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { $0.append(line) } }
}
