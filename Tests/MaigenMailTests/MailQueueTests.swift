import Foundation
import MaigenDomain
import MaigenMail
import Synchronization
import TestSupport
import Testing

@Suite("Mail: queue, outbox and configuration", .timeLimit(.minutes(1)))
struct MailQueueTests {
    private final class ScriptedTransport: MailTransport {
        private let script: Mutex<[MailFailure?]>
        let attempts = Mutex(0)

        init(_ script: [MailFailure?]) { self.script = Mutex(script) }

        func deliver(_ letter: Letter) async throws(MailFailure) {
            attempts.withLock { $0 += 1 }
            let next = script.withLock { script in script.isEmpty ? nil : script.removeFirst() }
            if let next { throw next }
        }
    }

    private final class Reports: Sendable {
        let all: Mutex<[MailReport]> = Mutex([])
    }

    private let message = MailMessage(to: EmailAddress("a@b.cn")!, in: .english, .passwordChanged)
    private let writer = LetterWriter(from: EmailAddress("maigen@example.org")!)

    private func reports(of script: [MailFailure?]) async throws -> [MailReport] {
        let reports = Reports()
        let queue = MailQueue(
            writer: writer, transport: ScriptedTransport(script), pauses: [.zero, .zero],
            report: { report in reports.all.withLock { $0.append(report) } })
        try await queue.post(message)
        queue.finish()
        await queue.run()
        return reports.all.withLock { $0 }
    }

    @Test("A server that is away is asked again, so many times and no more")
    func retries() async throws {
        let away = MailFailure(.unreachable, "away")
        #expect(try await reports(of: []) == [.delivered(message.recipient)])
        #expect(
            try await reports(of: [away, away])
                == [
                    .delayed(message.recipient, away), .delayed(message.recipient, away), .delivered(message.recipient),
                ])
        #expect(try await reports(of: [away, away, away]).last == .lost(message.recipient, away))
    }

    @Test("What was refused for good is not sent again")
    func refused() async throws {
        let refused = MailFailure(.refused, "no such mailbox")
        #expect(try await reports(of: [refused]) == [.lost(message.recipient, refused)])
    }

    @Test("More than may wait is refused as overload")
    func overload() async throws {
        let queue = MailQueue(writer: writer, transport: ScriptedTransport([]), capacity: 2, report: { _ in })
        for _ in 0..<2 { try await queue.post(message) }
        await #expect(throws: StoreFailure.self) { try await queue.post(message) }
        queue.finish()
        await queue.run()
        await #expect(throws: StoreFailure.self) { try await queue.post(message) }
    }

    @Test("The outbox holds one file for each letter, for its owner's eyes only")
    func outbox() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("a/outbox").path
            let outbox = try OutboxTransport(folder: path)
            let letter = writer.letter(message)
            for _ in 0..<3 { try await outbox.deliver(letter) }
            let files = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(files.count == 3 && files.allSatisfy { $0.hasSuffix(".eml") && !$0.contains("b.cn") })
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(files[0])")) == Data(letter.bytes))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            #expect(throws: MailFailure.self) { _ = try OutboxTransport(folder: "\(path)/\(files[0])/x") }
        }
    }

    @Test("The URL of a mail server says everything, and nothing in clear by accident")
    func urls() throws {
        let server = try SMTPServer(url: "smtp://a%40b:p%2Fq@mail.example.org?from=m@example.org")
        #expect(server.login?.name == "a@b" && server.login?.password == "p/q")
        #expect(server.port == 587 && server.security == .startTLS)
        #expect(!"\(server)".contains("p/q"))
        #expect(try SMTPServer(url: "smtps://mail.example.org?from=m@example.org").port == 465)
        #expect(try SMTPServer(url: "smtp://localhost:25?from=m@example.org&tls=none").security == .none)
    }

    @Test(
        "A malformed URL stops the start and names what is wrong",
        arguments: [
            ("", "URL"), ("mail.example.org", "URL"), ("http://a?from=m@b.cn", "scheme"), ("smtp://a", "from"),
            ("smtp://a?from=nobody", "from"), ("smtp://a?from=m@b.cn&colour=red", "colour"),
            ("smtp://a:0?from=m@b.cn", "port"), ("smtp://a/x?from=m@b.cn", "path"),
            ("smtp://u:p@a?from=m@b.cn&tls=none", "tls=none with a password"),
            ("smtp://u@a?from=m@b.cn", "name and password belong together"), ("smtp://a?from=m@b.cn&tls=maybe", "tls"),
            ("smtp://u:p%0Aq@a?from=m@b.cn", "name or password"),
        ])
    func malformed(_ url: String, _ part: String) {
        #expect(throws: SMTPServerError.malformed(part)) { try SMTPServer(url: url) }
    }
}
