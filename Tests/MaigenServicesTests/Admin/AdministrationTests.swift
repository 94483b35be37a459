import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Administration", .timeLimit(.minutes(1)))
struct AdministrationTests {
    @Test("Only administrators may", arguments: TestStore.allCases)
    func access(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let user = try await platform.member("li").signedIn
            let tools = platform.tools
            let adjust = AdjustPoints(points: platform.store, surroundings: platform.surroundings)
            let attempts: [() async throws -> Void] = [
                {
                    _ = try await ChangeStanding(tools)(
                        of: user.account.id, role: .administrator, isDisabled: nil, by: user, from: TestPlatform.home)
                },
                { _ = try await FindAccounts(tools)(matching: "", PageRequest(), by: user) },
                { _ = try await ReadAudit(tools)(PageRequest(), by: user) },
                {
                    try await adjust(
                        of: user.account.id, by: 5, reason: "gift", key: "k", by: user, from: TestPlatform.home)
                },
            ]
            for attempt in attempts { #expect(try await refusal(attempt) == "not_allowed") }
            #expect(try await platform.balance(of: user.account) == 50)
        }
    }

    @Test("Disabling ends the sessions and keeps out until enabled again", arguments: TestStore.allCases)
    func disabling(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li")
            let change = ChangeStanding(platform.tools)
            let user = member.signedIn.account
            _ = try await change(of: user.id, role: nil, isDisabled: true, by: admin, from: TestPlatform.home)
            #expect(
                try await refusal { _ = try await CheckSession(platform.tools)(token: member.token.text) }
                    == "not_signed_in")
            #expect(try await refusal { _ = try await platform.logIn("li") } == "account_disabled")
            #expect(try await refusal { _ = try await platform.logIn("li", "wrong") } == "login_failed")
            #expect(
                try await refusal { _ = try await platform.member("wu", invitedBy: user) } == "invitation_code_unknown")
            platform.clock.advance(by: .seconds(1))
            _ = try await change(of: user.id, role: nil, isDisabled: false, by: admin, from: TestPlatform.home)
            _ = try await platform.logIn("li")
            let events = try await ReadAudit(platform.tools)(PageRequest(), by: admin).items
            #expect(
                events.filter { $0.action == .standingChanged }.map(\.detail) == ["user, enabled", "user, disabled"])
        }
    }

    @Test("An administrator cannot disable or demote themselves", arguments: TestStore.allCases)
    func ownStanding(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let change = ChangeStanding(platform.tools)
            #expect(
                try await refusal {
                    _ = try await change(
                        of: admin.account.id, role: .user, isDisabled: nil, by: admin, from: TestPlatform.home)
                } == "own_account")
            #expect(
                try await refusal {
                    _ = try await change(
                        of: ID(rawValue: "ghost"), role: .user, isDisabled: nil, by: admin, from: TestPlatform.home)
                } == "account_unknown")
        }
    }

    @Test("People are found by address and by name, literally", arguments: TestStore.allCases)
    func search(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            for name in ["li_wei", "liXwei", "wu"] { _ = try await platform.member(name) }
            let find = FindAccounts(platform.tools)
            func names(_ text: String) async throws -> [String] {
                try await find(matching: text, PageRequest(limit: 100), by: admin).items.map(\.account.name.text)
                    .sorted()
            }
            #expect(try await names("LI_") == ["li_wei"])
            #expect(try await names("wei") == ["liXwei", "li_wei"])
            #expect(try await names("%") == [])
            #expect(try await names("").count == 4)
            #expect(try await names("\0").count == 4)
        }
    }

    @Test("A correction moves points once, with reason, notice and audit", arguments: TestStore.allCases)
    func adjusting(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            let adjust = AdjustPoints(points: platform.store, surroundings: platform.surroundings)
            func move(_ amount: Int64, _ reason: String = "测试", key: String) async throws -> String? {
                try await refusal {
                    try await adjust(
                        of: member.account.id, by: amount, reason: reason, key: key, by: admin, from: TestPlatform.home)
                }
            }
            for _ in 0..<3 { #expect(try await move(7, key: "a") == nil) }
            platform.clock.advance(by: .seconds(1))
            #expect(try await move(8, key: "a") == "idempotency_key_reused")
            #expect(try await move(-57, key: "b") == nil)
            #expect(try await move(-1, key: "c") == "points_insufficient")
            #expect(try await move(0, key: "d") == "amount_malformed")
            #expect(try await move(.min, key: "d") == "amount_malformed")
            #expect(try await move(1, " ", key: "d") == "reason_malformed")
            #expect(try await move(1, key: "") == "idempotency_key_malformed")
            #expect(try await platform.balance(of: member.account) == 0)
            let notices = ReadNotices(notices: platform.store, surroundings: platform.surroundings)
            #expect(try await notices.unread(of: member) == 2)
            let listed = try await notices(of: member, PageRequest()).items
            #expect(
                listed.map(\.event) == [
                    .pointsAdjusted(amount: -57, reason: "测试"), .pointsAdjusted(amount: 7, reason: "测试"),
                ])
            try await notices.markRead(through: listed.last?.id, by: member)
            #expect(try await notices.unread(of: member) == 1)
            try await notices.markRead(through: nil, by: member)
            #expect(try await notices.unread(of: member) == 0)
            #expect(try await notices(of: admin, PageRequest()).items.isEmpty)
            let audit = try await platform.audit().filter { $0.action == .pointsAdjusted }
            #expect(audit.map(\.detail) == ["7: 测试", "-57: 测试"])
        }
    }

    @Test("A refusal names balance and need", arguments: TestStore.allCases)
    func insufficient(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            do {
                try await AdjustPoints(points: platform.store, surroundings: platform.surroundings)(
                    of: member.account.id, by: -60, reason: "x", key: "k", by: admin, from: TestPlatform.home)
                Issue.record("moved")
            } catch {
                let refusal = (error as? ServiceError)?.refusal as? PointsRefusal
                #expect(refusal == .insufficient(balance: 50, needed: 60))
                #expect(refusal?.message[.chinese] == "积分不足：需要 60 积分，当前余额 50 积分。")
            }
        }
    }

    @Test("The audit log cannot be changed", arguments: TestStore.allCases)
    func appendOnly(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            _ = try await platform.administrator()
            for statement in ["UPDATE audit_events SET detail = 'x'", "DELETE FROM audit_events"] {
                await #expect(throws: (any Error).self) {
                    try await platform.database.transaction { _ = try $0.run(statement, []) }
                }
            }
            #expect(try await platform.audit().count == 2)
        }
    }

    @Test("64 clients that repeat corrections change points exactly once for each key", arguments: TestStore.allCases)
    func attack(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            let adjust = AdjustPoints(points: platform.store, surroundings: platform.surroundings)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<64 {
                    group.addTask {
                        for step in 0..<16 {
                            // Sixteen keys for everybody: plus three for even ones, minus one for odd ones.
                            let number = (step + client) % 16
                            let amount: Int64 = number % 2 == 0 ? 3 : -1
                            _ = try await refusal {
                                try await adjust(
                                    of: member.account.id, by: amount, reason: "x", key: "\(number)", by: admin,
                                    from: TestPlatform.home)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await platform.balance(of: member.account) == 66)
            #expect(try await platform.audit().filter { $0.action == .pointsAdjusted }.count == 16)
        }
    }

    @Test("A profile changes its name and language", arguments: TestStore.allCases)
    func profile(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li")
            let update = UpdateProfile(platform.tools)
            _ = try await update(name: " 李伟 ", language: .english, by: member.signedIn)
            let seen = try await CheckSession(platform.tools)(token: member.token.text).account
            #expect(seen.name.text == "李伟" && seen.language == .english)
            #expect(
                try await refusal { _ = try await update(name: "a\nb", language: nil, by: member.signedIn) }
                    == "name_malformed")
        }
    }
}
