import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Settings", .timeLimit(.minutes(1)))
struct SettingsTests {
    @Test("A change holds at once for whatever is decided afterwards, and is audited", arguments: TestStore.allCases)
    func effect(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let first = try await ReadSettings(settings: platform.store)(by: admin)
            #expect(first == PresentSettings(version: 0, settings: Settings(), change: nil))
            var settings = Settings(engine: .builtin)
            settings.points = PointsRules(registration: 7, invited: 1, inviter: 2, task: 3)
            settings.tasks.tasksInWork = 1
            settings.strategiesOff = [StrategyID(rawValue: 3), StrategyID(rawValue: 2), StrategyID(rawValue: 3)]
            let present = try await platform.changeSettings(to: settings, by: admin)
            #expect(present.version == 1 && present.change?.by == admin.account.id)
            #expect(present.settings.strategiesOff.map(\.rawValue) == [2, 3])
            #expect(try await ReadSettings(settings: platform.store).pointsRules() == settings.points)
            let inviter = try await platform.member("li").signedIn
            let invited = try await platform.member("wu", invitedBy: inviter.account).signedIn
            #expect(try await platform.moves(of: inviter) == [7, 2])
            #expect(try await platform.moves(of: invited) == [7, 1])
            let task = try await SubmitTask(platform.tasks)(
                TestPlatform.snapshot(tests: [1: 1]), key: "k", by: inviter)
            #expect(try await platform.balance(of: inviter.account) == 6)
            #expect(try await ReadTask(platform.tasks)(task, by: inviter).snapshot.engine == .builtin)
            #expect(
                try await refusal {
                    _ = try await SubmitTask(platform.tasks)(
                        TestPlatform.snapshot("B", tests: [1: 1]), key: "l", by: inviter)
                } == "tasks_in_work")
            let audit = try await platform.audit().filter { $0.action == .settingsChanged }
            #expect(audit.map(\.subject) == ["1"])
            #expect(
                audit.first?.detail == """
                    points.registration: 50 → 7; points.invited: 5 → 1; points.inviter: 20 → 2; points.task: 5 → 3; \
                    tasks.tasksInWork: 5 → 1; strategiesOff: none → 2,3; engine: auto → builtin
                    """)
        }
    }

    @Test("What makes no sense is refused by name", arguments: TestStore.allCases)
    func refusals(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let user = try await platform.member("li").signedIn
            let change = ChangeSettings(
                settings: platform.store, strategies: TestPlatform.strategies, surroundings: platform.surroundings)
            func code(
                by signedIn: SignedIn? = nil, from version: Int64 = 0, _ edit: (inout Settings) -> Void = { _ in }
            )
                async throws -> String?
            {
                var settings = Settings()
                edit(&settings)
                let edited = settings
                return try await refusal {
                    _ = try await change(to: edited, from: version, by: signedIn ?? admin, from: TestPlatform.home)
                }
            }
            #expect(try await code(by: user) == "not_allowed")
            #expect(
                try await refusal { _ = try await ReadSettings(settings: platform.store)(by: user) } == "not_allowed")
            #expect(try await code { $0.points.task = -1 } == "setting_out_of_range")
            #expect(try await code { $0.points.inviter = 10_001 } == "setting_out_of_range")
            #expect(try await code { $0.tasks.tasksInWork = 0 } == "setting_out_of_range")
            #expect(try await code { $0.tasks.programBytes = .max } == "setting_out_of_range")
            #expect(try await code { $0.retention.dataDays = 0 } == "setting_out_of_range")
            #expect(try await code { $0.strategiesOff = [StrategyID(rawValue: 9)] } == "strategy_unknown")
            #expect(
                try await code { $0.strategiesOff = [1, 2, 3].map(StrategyID.init(rawValue:)) } == "no_strategy_left")
            #expect(try await code(from: 3) == "settings_outdated")
            #expect(try await platform.store.settings().version == 0)
        }
    }

    @Test("Of many who change the same version at once, one does", arguments: TestStore.allCases)
    func race(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let change = ChangeSettings(
                settings: platform.store, strategies: TestPlatform.strategies, surroundings: platform.surroundings)
            let codes = try await platform.atOnce(32) { number in
                try await refusal {
                    var settings = Settings()
                    settings.points.task = Points(Int64(number))
                    _ = try await change(to: settings, from: 0, by: admin, from: TestPlatform.home)
                }
            }
            #expect(codes.filter { $0 == nil }.count == 1)
            #expect(codes.filter { $0 == "settings_outdated" }.count == 31)
            #expect(try await platform.audit().filter { $0.action == .settingsChanged }.count == 1)
        }
    }

    @Test(
        "Every task costs what was in force when it was taken on, however often that changes",
        arguments: TestStore.allCases)
    func prices(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            var members: [SignedIn] = []
            for number in 0..<8 { members.append(try await platform.member("m\(number)").signedIn) }
            let everybody = members
            _ = try await platform.atOnce(24) { number in
                if number < 8 {
                    _ = try await refusal {
                        var settings = Settings()
                        settings.points.task = Points(Int64(number + 1))
                        _ = try await platform.changeSettings(to: settings, by: admin)
                    }
                } else {
                    // Whoever meets eight changes in a row is told to come back.
                    let code = try await refusal {
                        _ = try await platform.submit("\(number)", by: everybody[number % 8])
                    }
                    #expect(code == nil || code == "busy")
                }
            }
            for member in members {
                let tasks = try await ListTasks(platform.tasks)(of: member, TaskFilter(), PageRequest()).items
                #expect(
                    try await platform.moves(of: member, .task).sorted() == tasks.map { -$0.price }.sorted())
                #expect(!tasks.isEmpty)
            }
        }
    }

    @Test("What was decided under settings that are no longer in force changes nothing", arguments: TestStore.allCases)
    func outdatedDecisions(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            try await platform.changeSettings(to: Settings(engine: .llm), by: admin)
            let id = TaskID(rawValue: "t")
            let submission = TaskSubmission(
                id: id, owner: member.account.id, key: IdempotencyKey("a", "b"), digest: "d",
                snapshot: TestPlatform.snapshot(), price: 5,
                payment: .payment(id: ID(rawValue: "p"), for: id, by: member.account.id, 5, at: platform.clock.now),
                tasksInWork: 5, settings: 0, at: platform.clock.now)
            #expect(try await platform.store.submit(submission) == .settingsChanged)
            #expect(try await platform.store.task(id) == nil)
            #expect(try await platform.balance(of: member.account) == 50)
            var account = member.account
            account.id = UserID(rawValue: "u")
            let registration = Registration(
                account: account, hash: PasswordHash(text: "h"), code: nil, inviter: nil, transfers: [], settings: 0,
                audit: AuditEvent(
                    id: ID(rawValue: "e"), at: platform.clock.now, actor: nil, action: .registered, subject: "u",
                    client: .console))
            #expect(try await platform.store.register(registration) == .settingsChanged)
        }
    }

    @Test("No version is ever changed or left out", arguments: TestStore.allCases)
    func history(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            try await platform.changeSettings(to: Settings(engine: .llm), by: admin)
            for statement in [
                "UPDATE settings SET content = ''", "DELETE FROM settings",
                "INSERT INTO settings SELECT 3, 2, content, changed_by, changed_at FROM settings",
                "INSERT INTO settings SELECT 2, NULL, content, changed_by, changed_at FROM settings",
            ] {
                await #expect(throws: (any Error).self, "\(statement)") {
                    try await platform.database.transaction { _ = try $0.run(statement, []) }
                }
            }
        }
    }
}
