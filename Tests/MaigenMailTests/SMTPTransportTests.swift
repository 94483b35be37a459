import Foundation
import MaigenDomain
import MaigenMail
import Testing

@Suite(
    "Delivery to a real SMTP server", .timeLimit(.minutes(1)),
    .enabled(if: SMTPReceiver.isAvailable, "SKIPPED: run scripts/setup-python for a real SMTP server"))
struct SMTPTransportTests {
    private let letter = LetterWriter(from: EmailAddress("maigen@example.org")!).letter(
        MailMessage(
            to: EmailAddress("li@example.cn")!, in: .chinese, .registrationCode(EmailCode("012345")!)))

    private func url(_ receiver: SMTPReceiver, scheme: String = "smtp", login: String = "", _ rest: String) -> String {
        "\(scheme)://\(login)localhost:\(receiver.port)?from=maigen@example.org\(rest)"
    }

    private func failure(_ url: String, timeout: Duration = .seconds(5)) async throws -> MailFailure.Cause? {
        let transport = SMTPTransport(try SMTPServer(url: url), timeout: timeout)
        do {
            try await transport.deliver(letter)
            return nil
        } catch {
            #expect(!error.detail.contains("p@ss:word"))
            return error.cause
        }
    }

    @Test("A letter arrives by STARTTLS with a login, byte for byte")
    func startTLS() async throws {
        try await SMTPReceiver.run("starttls", "login") { receiver async throws in
            let ca = receiver.folder.appendingPathComponent("ca.pem").path
            let url = url(receiver, login: "maigen:p%40ss%3Aword%2F1@", "&ca=\(ca)")
            let transport = SMTPTransport(try SMTPServer(url: url))
            for _ in 0..<3 {
                try await transport.deliver(letter)
                let received = try await receiver.next()
                #expect(received.tls && received.login == "maigen")
                #expect(received.from == "maigen@example.org" && received.to == ["li@example.cn"])
                #expect(received.text == String(decoding: letter.bytes, as: UTF8.self))
            }
        }
    }

    @Test("A letter arrives by TLS from the first byte")
    func tls() async throws {
        try await SMTPReceiver.run("tls") { receiver async throws in
            let ca = receiver.folder.appendingPathComponent("ca.pem").path
            #expect(try await failure(url(receiver, scheme: "smtps", "&ca=\(ca)")) == nil)
            #expect(try await receiver.next().tls)
        }
    }

    @Test("Without a certificate to trust, or without STARTTLS, nothing is sent")
    func insecure() async throws {
        try await SMTPReceiver.run("starttls") { receiver async throws in
            #expect(try await failure(url(receiver, "")) == .insecure)
        }
        try await SMTPReceiver.run { receiver async throws in
            #expect(try await failure(url(receiver, "")) == .insecure)
            #expect(try await failure(url(receiver, "&tls=none")) == nil)
            #expect(try await receiver.next().tls == false)
        }
    }

    @Test("A wrong password is told apart from a server that is away")
    func wrongPassword() async throws {
        try await SMTPReceiver.run("starttls", "login") { receiver async throws in
            let ca = receiver.folder.appendingPathComponent("ca.pem").path
            let cause = try await failure(url(receiver, login: "maigen:wrong@", "&ca=\(ca)"), timeout: .seconds(2))
            // aiosmtpd answers a wrong password, then waits; some libcurls wait with it until their deadline.
            #expect(cause == .login || cause == .unreachable)
        }
    }

    @Test("A mailbox that does not exist is refused for good, a busy server only for now")
    func refusals() async throws {
        try await SMTPReceiver.run("refuse") { receiver async throws in
            #expect(try await failure(url(receiver, "&tls=none")) == .refused)
        }
        try await SMTPReceiver.run("postpone") { receiver async throws in
            #expect(try await failure(url(receiver, "&tls=none")) == .postponed)
        }
    }

    @Test("Nobody there is found out in time")
    func unreachable() async throws {
        let port = try await SMTPReceiver.run { $0.port }
        let cause = try await failure("smtp://localhost:\(port)?from=a@b.cn&tls=none", timeout: .seconds(2))
        #expect(cause == .unreachable)
    }

    @Test("The queue delivers what was posted, and then ends")
    func queue() async throws {
        try await SMTPReceiver.run { receiver async throws in
            let server = try SMTPServer(url: url(receiver, "&tls=none"))
            let queue = MailQueue(
                writer: LetterWriter(from: server.sender), transport: SMTPTransport(server), report: { _ in })
            for number in 0..<20 {
                try await queue.post(
                    MailMessage(to: EmailAddress("u\(number)@example.cn")!, in: .english, .passwordChanged))
            }
            queue.finish()
            await queue.run()
            var recipients: Set<String> = []
            for _ in 0..<20 { recipients.formUnion(try await receiver.next().to) }
            #expect(recipients.count == 20)
        }
    }
}
