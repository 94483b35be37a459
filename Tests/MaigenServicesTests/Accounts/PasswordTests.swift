import MaigenDomain
import MaigenSecrets
import MaigenServices
import TestSupport
import Testing

@Suite("Passwords", .timeLimit(.minutes(1)))
struct PasswordTests {
    private let newPassword = "brisk-heron-48"

    private func isSignedIn(_ platform: TestPlatform, _ opened: LogIn.Opened) async throws -> Bool {
        try await refusal { _ = try await CheckSession(platform.tools)(token: opened.token.text) } == nil
    }

    @Test("Changing the password ends the other sessions and tells its owner", arguments: TestStore.allCases)
    func change(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let here = try await platform.member("li")
            let there = try await platform.logIn("li")
            let change = ChangePassword(platform.tools)
            #expect(
                try await refusal {
                    try await change(from: "wrong", to: newPassword, by: here.signedIn, from: TestPlatform.home)
                } == "password_wrong")
            try await change(from: TestPlatform.password, to: newPassword, by: here.signedIn, from: TestPlatform.home)
            #expect(try await isSignedIn(platform, here))
            #expect(try await !isSignedIn(platform, there))
            #expect(try await refusal { _ = try await platform.logIn("li") } == "login_failed")
            _ = try await platform.logIn("li", newPassword)
            #expect(platform.mail.last(to: "li@example.org")?.content == .passwordChanged)
            #expect(try await platform.audit().map(\.action).contains(.passwordChanged))
        }
    }

    @Test("The present password cannot be guessed in a stolen session", arguments: TestStore.allCases)
    func guessing(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let opened = try await platform.member("li")
            let change = ChangePassword(platform.tools)
            for _ in 0..<10 {
                _ = try await refusal {
                    try await change(from: "guess", to: newPassword, by: opened.signedIn, from: TestPlatform.home)
                }
            }
            #expect(
                try await refusal {
                    try await change(
                        from: TestPlatform.password, to: newPassword, by: opened.signedIn, from: TestPlatform.home)
                } == "too_many_attempts")
        }
    }

    @Test("A reset by mail sets the password and ends every session", arguments: TestStore.allCases)
    func reset(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let opened = try await platform.member("li")
            try await RequestEmailCode(platform.tools)(
                address: "LI@example.org", purpose: .passwordReset, language: .english, from: TestPlatform.home)
            // To the address as it was registered, whatever the request spells.
            let code = try #require(platform.mail.code(sentTo: "li@example.org"))
            let reset = ResetPassword(platform.tools)
            try await reset(address: "li@example.org", code: code, password: newPassword, from: TestPlatform.home)
            #expect(try await !isSignedIn(platform, opened))
            _ = try await platform.logIn("li", newPassword)
            #expect(
                try await refusal {
                    try await reset(
                        address: "li@example.org", code: code, password: newPassword, from: TestPlatform.home)
                } == "email_code_wrong")
        }
    }

    @Test("Nobody resets the password of an address without an account", arguments: TestStore.allCases)
    func resetUnknown(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            try await RequestEmailCode(platform.tools)(
                address: "wu@example.org", purpose: .passwordReset, language: .english, from: TestPlatform.home)
            #expect(platform.mail.code(sentTo: "wu@example.org") == nil)
            #expect(
                try await refusal {
                    try await ResetPassword(platform.tools)(
                        address: "wu@example.org", code: "000000", password: newPassword, from: TestPlatform.home)
                } == "email_code_wrong")
        }
    }

    @Test("A login that was compared before the password changed opens nothing", arguments: TestStore.allCases)
    func race(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let account = try await platform.member("li").signedIn.account
            let old = try #require(try await platform.store.credentials(of: account.id)).hash
            try await platform.database.transaction { session in
                _ = try session.run("UPDATE users SET password_hash = 'another'", [])
            }
            let session = Session(
                id: ID(rawValue: "s"), user: account.id, client: .console, createdAt: platform.clock.now,
                lastSeenAt: platform.clock.now)
            let isOpen = try await platform.store.openSession(
                session, token: TokenDigest(hex: "x"), provedBy: old,
                audit: AuditEvent(
                    id: ID(rawValue: "e"), at: platform.clock.now, actor: account.id, action: .loggedIn, subject: "s",
                    client: .console))
            #expect(!isOpen)
            #expect(try await !platform.audit().contains { $0.id.rawValue == "e" })
        }
    }

    @Test("Known and unknown addresses take the same time to refuse", arguments: TestStore.allCases)
    func timing(_ kind: TestStore) async throws {
        try await kind.withStore { store, _ async throws in
            // The real cost: with the tests' cheap hashes the database would be all there is to measure.
            let secrets = try SodiumSecrets(threads: 1)
            let hash = try await secrets.hash(TestPlatform.password)
            // In turns, and the quickest of each: other tests run at the same time.
            var quickest: [PasswordHash: Duration] = [:]
            for _ in 0..<25 {
                for hash in [hash, secrets.decoy] {
                    let began = ContinuousClock.now
                    _ = try await secrets.compare("a wrong password", with: hash)
                    let time = ContinuousClock.now - began
                    quickest[hash] = min(quickest[hash] ?? time, time)
                }
            }
            let (known, unknown) = (try #require(quickest[hash]), try #require(quickest[secrets.decoy]))
            #expect((0.5...2).contains(known / unknown), "known \(known), unknown \(unknown)")
        }
    }
}
