import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Logging in and sessions", .timeLimit(.minutes(1)))
struct SessionTests {
    private func isSignedIn(_ platform: TestPlatform, _ opened: LogIn.Opened) async throws -> Bool {
        try await refusal { _ = try await CheckSession(platform.tools)(token: opened.token.text) } == nil
    }

    @Test("A login gives a new secret each time, of which only a digest is kept", arguments: TestStore.allCases)
    func tokens(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let first = try await platform.member("li")
            let second = try await platform.logIn("li")
            #expect(first.token != second.token)
            let signedIn = try await CheckSession(platform.tools)(token: first.token.text)
            #expect(signedIn.account.address.text == "li@example.org" && signedIn.session == first.signedIn.session)
            let stored = try await platform.database.read { session in
                try session.run("SELECT token_digest FROM sessions", []).rows.map { try $0.text("token_digest") }
            }
            #expect(stored.count == 2 && stored.allSatisfy { $0.count == 64 && $0 != first.token.text })
            for nonsense in ["", "x", first.signedIn.session.rawValue, SessionToken(.system).text, stored[0]] {
                #expect(
                    try await refusal { _ = try await CheckSession(platform.tools)(token: nonsense) } == "not_signed_in"
                )
            }
        }
    }

    @Test(
        "A wrong password and an unknown address are the same answer, and both are noted", arguments: TestStore.allCases
    )
    func failedLogins(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            _ = try await platform.member("li")
            for (name, password) in [("li", "wrong-otter-93"), ("nobody", TestPlatform.password), ("li", "")] {
                #expect(try await refusal { _ = try await platform.logIn(name, password) } == "login_failed")
                platform.clock.advance(by: .milliseconds(1))
            }
            #expect(
                try await refusal {
                    _ = try await LogIn(platform.tools)(
                        address: "no address", password: String(repeating: "x", count: 2000), from: TestPlatform.home)
                } == "login_failed")
            let failures = try await platform.audit().filter { $0.action == .loginFailed }
            #expect(failures.map(\.subject) == ["li@example.org", "nobody@example.org", "li@example.org"])
            #expect(!failures.contains { "\($0)".contains("otter") })
        }
    }

    @Test("Guessing one account from one place is stopped, its owner elsewhere is not", arguments: TestStore.allCases)
    func guessing(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            _ = try await platform.member("li")
            let attacker = Client(address: "203.0.113.9")
            for _ in 0..<10 {
                #expect(
                    try await refusal { _ = try await platform.logIn("li", "guess", from: attacker) } == "login_failed")
            }
            #expect(
                try await refusal { _ = try await platform.logIn("li", from: attacker) } == "too_many_attempts")
            #expect(try await refusal { _ = try await platform.logIn("li") } == nil)
            platform.clock.advance(by: .seconds(90))
            #expect(try await refusal { _ = try await platform.logIn("li", from: attacker) } == nil)
        }
    }

    @Test("Who was guessed at before they had an account is let in once they have one", arguments: TestStore.allCases)
    func newcomer(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let code = try await platform.code(for: "li@example.org")
            for _ in 0..<10 {
                #expect(try await refusal { _ = try await platform.logIn("li", "guess") } == "login_failed")
            }
            let form = RegisterAccount.Form(address: "li@example.org", code: code, password: TestPlatform.password)
            let account = try await RegisterAccount(platform.tools, settings: platform.store)(
                form, from: TestPlatform.home)
            #expect(try await refusal { _ = try await platform.logIn("li") } == "too_many_attempts")
            let opened = try await LogIn(platform.tools).afterRegistration(
                of: account, password: TestPlatform.password, from: TestPlatform.home)
            #expect(opened.signedIn.account.id == account.id)
            #expect(
                try await refusal {
                    _ = try await LogIn(platform.tools).afterRegistration(
                        of: account, password: "guess", from: TestPlatform.home)
                } == "login_failed", "the password is compared all the same")
        }
    }

    @Test("A session ends when it is not used, and at its age", arguments: TestStore.allCases)
    func expiry(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let idle = try await platform.member("li")
            let used = try await platform.logIn("li")
            let day = Duration.seconds(86_400)
            for _ in 0..<5 {
                platform.clock.advance(by: day * 6)
                #expect(
                    try await isSignedIn(platform, used)
                        == (platform.clock.now - used.signedIn.account.createdAt < day * 30))
            }
            #expect(try await !isSignedIn(platform, idle))
            #expect(try await !isSignedIn(platform, used))
            #expect(try await ListSessions(platform.tools)(of: used.signedIn).isEmpty)
            #expect(try await RemoveExpired(platform.tools)() >= 2)
        }
    }

    @Test("Somebody sees and ends their own sessions only", arguments: TestStore.allCases)
    func revocation(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let first = try await platform.member("li")
            platform.clock.advance(by: .seconds(61))
            let second = try await platform.logIn("li", from: Client(address: "192.0.2.2", agent: "phone"))
            let other = try await platform.member("wu")
            let listed = try await ListSessions(platform.tools)(of: first.signedIn)
            #expect(listed.map(\.client.agent) == ["phone", "tests"])
            let end = EndSession(platform.tools)
            #expect(
                try await refusal {
                    try await end(second.signedIn.session, by: other.signedIn, from: TestPlatform.home)
                }
                    == "session_unknown")
            try await end(second.signedIn.session, by: first.signedIn, from: TestPlatform.home)
            #expect(try await !isSignedIn(platform, second))
            #expect(try await isSignedIn(platform, first))
            for _ in 0..<2 { try await end.logOut(first.signedIn, from: TestPlatform.home) }
            #expect(try await !isSignedIn(platform, first))
        }
    }

    @Test("Using a session is noted at most once a minute", arguments: TestStore.allCases)
    func lastUse(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let opened = try await platform.member("li")
            func lastSeen() async throws -> Timestamp {
                _ = try await CheckSession(platform.tools)(token: opened.token.text)
                return try await ListSessions(platform.tools)(of: opened.signedIn)[0].lastSeenAt
            }
            let start = platform.clock.now
            platform.clock.advance(by: .seconds(59))
            #expect(try await lastSeen() == start)
            platform.clock.advance(by: .seconds(1))
            #expect(try await lastSeen() == start + .seconds(60))
        }
    }

    @Test("Hashes of older parameters are renewed at the next login", arguments: TestStore.allCases)
    func renewal(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let account = try await platform.member("li").signedIn.account
            // The same password, hashed by argon2id with one more pass.
            let old = try await OlderSecrets.hash(TestPlatform.password)
            try await platform.database.transaction { session in
                _ = try session.run("UPDATE users SET password_hash = $1", [.text(old.text)])
            }
            _ = try await platform.logIn("li")
            let renewed = try #require(try await platform.store.credentials(of: account.id))
            #expect(renewed.hash != old && renewed.hash.text.contains("m=8,t=1"))
            _ = try await platform.logIn("li")
        }
    }
}
