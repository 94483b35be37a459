import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Registration", .timeLimit(.minutes(1)))
struct RegistrationTests {
    private func register(
        _ platform: TestPlatform, _ address: String, _ code: String, password: String = TestPlatform.password,
        invitation: String = ""
    ) async throws -> Account {
        try await RegisterAccount(platform.tools, settings: platform.store)(
            RegisterAccount.Form(address: address, code: code, password: password, invitationCode: invitation),
            from: TestPlatform.home)
    }

    @Test("A newcomer gets 50 points and an invitation code of their own", arguments: TestStore.allCases)
    func newcomer(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let code = try await platform.code(for: "Li@Example.org")
            let account = try await register(platform, "li@example.org", " \(code) ")
            #expect(account.role == .user && account.name.text.hasPrefix("user-"))
            let signedIn = try await platform.logIn("li").signedIn
            let points = ReadPoints(points: platform.store)
            #expect(try await points.balance(of: signedIn) == 50)
            let records = try await points.records(of: signedIn, kind: nil, PageRequest()).items
            #expect(records.map(\.kind) == [.registration])
            #expect(records[0].cause == .registration(account.id) && records[0].balanceAfter == 50)
        }
    }

    @Test("An invitation pays both, once, and shows who joined", arguments: TestStore.allCases)
    func invitation(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let host = try await platform.member("host").signedIn
            var guests: [Account] = []
            for name in ["one", "two", "three"] {
                guests.append(try await platform.member(name, invitedBy: host.account).signedIn.account)
                platform.clock.advance(by: .seconds(1))
            }
            #expect(try await platform.balance(of: host.account) == 110)
            for guest in guests { #expect(try await platform.balance(of: guest) == 55) }
            let list = ListInvitees(platform.tools)
            let first = try await list(of: host, PageRequest(limit: 2))
            let second = try await list(of: host, PageRequest(after: first.nextCursor, limit: 2))
            #expect((first.items + second.items).map(\.name.text) == ["three", "two", "one"])
            #expect(second.nextCursor == nil)
            let records = try await ReadPoints(points: platform.store).records(of: host, kind: .inviter, PageRequest())
            #expect(records.items.map(\.amount) == [20, 20, 20])
        }
    }

    @Test("A wrong invitation code is named before the e-mail code is spent", arguments: TestStore.allCases)
    func wrongInvitation(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let code = try await platform.code(for: "li@example.org")
            for invitation in ["ZZZZZZZZ", "x", "不存在"] {
                #expect(
                    try await refusal {
                        _ = try await register(platform, "li@example.org", code, invitation: invitation)
                    }
                        == "invitation_code_unknown")
            }
            _ = try await register(platform, "li@example.org", code, invitation: "  ")
        }
    }

    @Test("A code is good once, for its address and purpose, for ten minutes", arguments: TestStore.allCases)
    func codeRules(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let code = try await platform.code(for: "li@example.org")
            _ = try await platform.code(for: "wu@example.org")
            #expect(
                try await refusal { _ = try await register(platform, "zz@example.org", code) } == "email_code_wrong")
            #expect(
                try await refusal {
                    try await ResetPassword(platform.tools)(
                        address: "li@example.org", code: code, password: TestPlatform.password, from: TestPlatform.home)
                } == "email_code_wrong")
            _ = try await register(platform, "li@example.org", code)
            #expect(
                try await refusal { _ = try await register(platform, "li@example.org", code) } == "email_code_wrong")
            let late = try #require(platform.mail.code(sentTo: "wu@example.org"))
            platform.clock.advance(by: .seconds(600))
            #expect(
                try await refusal { _ = try await register(platform, "wu@example.org", late) } == "email_code_wrong")
            let newer = try await platform.code(for: "wu@example.org")
            _ = try await register(platform, "wu@example.org", newer)
        }
    }

    @Test("A newer code replaces the older one", arguments: TestStore.allCases)
    func newerCode(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let old = try await platform.code(for: "li@example.org")
            platform.clock.advance(by: .seconds(60))
            let new = try await platform.code(for: "li@example.org")
            if old != new {
                #expect(
                    try await refusal { _ = try await register(platform, "li@example.org", old) } == "email_code_wrong")
            }
            _ = try await register(platform, "li@example.org", new)
        }
    }

    @Test("Five tries, however many come at once", arguments: TestStore.allCases)
    func tries(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let code = try await platform.code(for: "li@example.org")
            let wrong = code == "000000" ? "000001" : "000000"
            for _ in 0..<4 {
                #expect(
                    try await refusal { _ = try await register(platform, "li@example.org", wrong) }
                        == "email_code_wrong")
            }
            // The fifth is the last one; a sixth with the right code comes too late.
            #expect(
                try await refusal { _ = try await register(platform, "li@example.org", wrong) } == "email_code_wrong")
            #expect(
                try await refusal { _ = try await register(platform, "li@example.org", code) } == "email_code_wrong")
            #expect(try await platform.audit().filter { $0.action == .emailCodeRefused }.count == 6)
        }
    }

    @Test("Guessing all codes at once gets five tries", arguments: TestStore.allCases)
    func parallelGuesses(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            _ = try await platform.code(for: "li@example.org")
            let address = try #require(EmailAddress("li@example.org"))
            let now = platform.clock.now
            let answered = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        try await platform.store.tryCode(of: address, for: .registration, at: now) != nil
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(answered == 5)
        }
    }

    @Test("Asking for a code says nothing about the address; only its mail does", arguments: TestStore.allCases)
    func noEnumeration(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            _ = try await platform.member("known")
            platform.clock.advance(by: .seconds(3600))
            let request = RequestEmailCode(platform.tools)
            for purpose in EmailCodePurpose.allCases {
                for name in ["known", "unknown"] {
                    try await request(
                        address: "\(name)@example.org", purpose: purpose, language: .english, from: TestPlatform.home)
                }
            }
            let contents = platform.mail.messages.suffix(4).map(\.content)
            guard contents.count == 4, contents[0] == .alreadyRegistered, case .registrationCode = contents[1],
                case .passwordResetCode = contents[2], contents[3] == .noAccount
            else {
                Issue.record("\(contents)")
                return
            }
        }
    }

    @Test("Codes to one address are limited, and so are codes by one client", arguments: TestStore.allCases)
    func resendLimits(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let request = RequestEmailCode(platform.tools)
            func ask(_ address: String) async throws -> String? {
                try await refusal {
                    try await request(
                        address: address, purpose: .registration, language: .chinese, from: TestPlatform.home)
                }
            }
            #expect(try await ask("li@example.org") == nil)
            #expect(try await ask("LI@example.org") == "too_many_attempts")
            for _ in 0..<4 {
                platform.clock.advance(by: .seconds(60))
                #expect(try await ask("li@example.org") == nil)
            }
            platform.clock.advance(by: .seconds(60))
            #expect(try await ask("li@example.org") == "too_many_attempts")
            #expect(platform.mail.messages.count == 5)
            var asked = 5
            while try await ask("u\(asked)@example.org") == nil { asked += 1 }
            #expect((100...110).contains(asked))
        }
    }

    @Test("Malformed forms are refused before anything is stored", arguments: TestStore.allCases)
    func malformed(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            #expect(try await refusal { _ = try await register(platform, "nobody", "123456") } == "address_malformed")
            #expect(
                try await refusal { _ = try await register(platform, "a@b.cn", "123456", password: "short") }
                    == "password_too_short")
            #expect(
                try await refusal { _ = try await register(platform, "a@b.cn", "123456", password: "password1") }
                    == "password_too_common")
            #expect(try await refusal { _ = try await register(platform, "a@b.cn", "12345x") } == "email_code_wrong")
            #expect(try await platform.store.checkLedger().accounts == SystemAccount.allCases.count)
        }
    }

    @Test("64 clients with one code open one account, and its rewards are paid once", arguments: TestStore.allCases)
    func concurrentWithOneCode(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let host = try await platform.member("host").signedIn.account
            let code = try await platform.code(for: "li@example.org")
            let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        let code = try await refusal {
                            _ = try await register(
                                platform, "li@example.org", code, invitation: host.invitationCode.text)
                        }
                        return code == nil
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(opened == 1)
            #expect(try await platform.balance(of: host) == 70)
            #expect(try await platform.store.checkLedger().transfers == 4)
        }
    }

    @Test(
        "64 clients with codes of their own all get in, and their host is paid for each", arguments: TestStore.allCases)
    func concurrentWithManyCodes(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let host = try await platform.member("host").signedIn.account
            let accounts = try await withThrowingTaskGroup(of: Account.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        let client = Client(address: "198.51.100.\(number)")
                        return try await platform.member("u\(number)", invitedBy: host, from: client).signedIn.account
                    }
                }
                return try await group.reduce(into: [Account]()) { $0.append($1) }
            }
            #expect(Set(accounts.map(\.id)).count == 64)
            #expect(Set(accounts.map(\.invitationCode)).count == 64)
            #expect(try await platform.balance(of: host) == Points(50 + 64 * 20))
            let report = try await platform.store.checkLedger()
            #expect(report.transfers == 1 + 3 * 64)
        }
    }
}
