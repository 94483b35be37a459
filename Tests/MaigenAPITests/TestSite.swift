import Foundation
import Logging
import MaigenDomain
import MaigenHTTP
import MaigenServices
import MaigenStorage
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@testable import maigen

/// The platform's API on a port of its own, over a database of its own, without workers: tests report in their place.
struct TestSite: Sendable {
    let port: Int
    let platform: Platform
    let mail: RecordingMailer
    let log: LogLines

    static let password = "tasty-otter-93"

    /// Runs `body` against a new site, and ends it gracefully; the ledger must be sound afterwards.
    static func run(
        _ environment: [String: String] = [:], _ body: (TestSite) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let configuration = try Configuration(
                ConfigurationSource(
                    options: [.data: folder.path, .port: "0"],
                    environment: ["MAIGEN_TRUSTED_PROXIES": "127.0.0.1"].merging(environment) { $1 }, file: nil))
            let log = LogLines()
            let logger = Logger(label: "test") { JSONLogHandler(label: $0, level: .info) { log.add($0) } }
            let mail = RecordingMailer()
            let platform = try await Platform(configuration, logger: logger, cost: .least, mailer: mail)
            try await serve(platform, logger) { port in
                try await body(TestSite(port: port, platform: platform, mail: mail, log: log))
            }
            let report = try await platform.store.checkLedger()
            #expect(report.isSound, "\(report.faults)")
            await platform.close()
        }
    }

    private static func serve(
        _ platform: Platform, _ logger: Logger, _ body: (Int) async throws -> Void
    ) async throws {
        let (ports, running) = AsyncStream<Int>.makeStream()
        let server = Server.application(try platform.router(), host: "127.0.0.1", port: 0, logger: logger) {
            running.yield($0)
        }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { running.finish() }
                try await group.run()
            }
            var first: Int?
            for await port in ports {
                first = port
                break
            }
            let result: Result<Void, any Error>
            do {
                try await body(try #require(first))
                result = .success(())
            } catch {
                result = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
    }

    /// Somebody without a session.
    var visitor: WebClient { WebClient(port: port, address: Self.address()) }

    /// A new session of an account that exists.
    func logIn(_ address: String, _ password: String = password) async throws -> WebClient {
        var client = visitor
        let answer = try await client.post("auth/login", #"{"address":"\#(address)","password":"\#(password)"}"#)
        client.token = try #require(answer.json["token"].text, "\(answer.text)")
        return client
    }

    /// Registers `name`@example.org over the API, and logs in.
    func member(_ name: String, invitedWith code: String = "") async throws -> WebClient {
        let (client, address) = (visitor, "\(name)@example.org")
        let asked = try await client.post("auth/email-codes", #"{"address":"\#(address)","purpose":"register"}"#)
        try #require(asked.status == 202, "\(asked.text)")
        let digits = try #require(mail.code(sentTo: address))
        let made = try await client.post(
            "auth/register",
            #"{"address":"\#(address)","code":"\#(digits)","password":"\#(Self.password)","name":"\#(name)","#
                + #""invitationCode":"\#(code)","language":"en"}"#)
        try #require(made.status == 201, "\(made.text)")
        return try await logIn(address)
    }

    /// Makes an administrator as the console does, and logs in.
    func administrator(_ name: String = "root") async throws -> WebClient {
        let made = try await RegisterAccount(platform.accounts, settings: platform.store)
            .administrator(address: "\(name)@example.org", language: .english)
        return try await logIn("\(name)@example.org", made.password.text)
    }

    private static let clients = Mutex(0)

    /// An address of a client that no other has: limits of one client are not what most tests are about.
    private static func address() -> String {
        let number = clients.withLock { count in
            count += 1
            return count
        }
        return "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
    }
}

extension TestSite {
    static let problem = #"""
        {"title":"A+B","description":"Add two numbers.","input":"One line with two integers $a$ and $b$ ($1 \\le a, b \\le 1000$).","output":"Print $a+b$.","samples":[{"input":"1 2\n","output":"3\n"}]}
        """#

    /// A task's JSON.
    static func task(_ tests: String = #"[{"strategy":1,"count":2}]"#) -> String {
        #"{"problem":\#(problem),"program":{"source":"int main() {}"},"tests":\#(tests)}"#
    }

    /// Submits a task and answers its identifier.
    func submit(as client: WebClient, key: String = "k") async throws -> String {
        let answer = try await client.post("tasks", Self.task(), key: key)
        try #require(answer.status == 201, "\(answer.text)")
        return try #require(answer.json["id"].text)
    }

    /// Reports as workers would that the task has its data: a file of these bytes.
    func complete(_ task: String, with bytes: [UInt8] = Array("PK…a data set".utf8)) async throws {
        let reports = RecordReports(platform.tasks)
        let dispatch = Dispatch(task: TaskID(rawValue: task), attempt: 1)
        func step(_ state: TaskState, _ percent: Int) -> TaskProgress {
            TaskProgress(
                dispatch: dispatch, state: state, percent: percent, agent: .analyst,
                message: Localized(zh: "进行中", en: "at work"), at: platform.surroundings.clock.now())
        }
        try await reports.progress(step(.analyzing, 10))
        try await reports.analysis(AnalysisReport(dispatch: dispatch, result: .ready(specification: "version: 1\n")))
        try await reports.progress(step(.generating, 50))
        try await reports.progress(step(.validating, 80))
        let path = NSTemporaryDirectory() + "maigen-file-" + UUID().uuidString
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let name = try await platform.files.keep(path)
        let made = try await reports.generation(
            GenerationReport(
                dispatch: dispatch,
                result: .made(
                    StoredDataSet(
                        file: name.text, size: Int64(bytes.count), sha256: String(repeating: "ab", count: 32),
                        tests: #"{"version":1,"tests":[{"number":1}]}"#, report: #"{"version":1,"remarks":[]}"#,
                        previews: [TestPreview(number: 1, input: "1 2\n", output: "3\n")]))))
        try #require(made?.progress.state == .completed)
    }

    /// A completed task of `author`, offered at `price`: the task and the share.
    func offer(by author: WebClient, price: Int, key: String) async throws -> (task: String, share: String) {
        let task = try await submit(as: author, key: key)
        try await complete(task)
        let shared = try await author.post("tasks/\(task)/share", #"{"description":"good data","price":\#(price)}"#)
        return (task, try #require(shared.json["id"].text, "\(shared.text)"))
    }

    /// The same, approved.
    func publish(
        by author: WebClient, price: Int, key: String, reviewer: WebClient
    ) async throws -> (task: String, share: String) {
        let offer = try await offer(by: author, price: price, key: key)
        let approved = try await reviewer.post("admin/shares/\(offer.share)/approve")
        try #require(approved.status == 200, "\(approved.text)")
        return offer
    }

    func balance(_ client: WebClient) async throws -> Int {
        try #require(try await client.get("me/points").json["balance"].int)
    }
}

/// What was logged.
final class LogLines: Sendable {
    private let kept: Mutex<[String]> = Mutex([])
    var lines: [String] { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { $0.append(line) } }
}
