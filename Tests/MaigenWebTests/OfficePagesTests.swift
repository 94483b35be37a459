import Foundation
import MaigenDomain
import MaigenServices
import MaigenTestData
import Testing

@testable import MaigenWeb

/// Every page of the back office, with hostile values, in both languages; and its charts.
@Suite struct OfficePagesTests {
    private let look: Look
    private let catalogue = StrategyCatalogue(Strategy.all)
    private let hostile = "<script>alert(1)</script>\"'&{{page}}"
    private let now = Timestamp(milliseconds: 1_790_000_000_000)

    init() throws {
        look = try Look()
    }

    private func html<Model: PageModel>(_ model: Model, _ name: String, in language: Language) throws -> String {
        let frame = PageFrame(
            language: language, path: "/admin", current: .administration,
            user: .init(name: "root", balance: "0", unread: "3", isAdministrator: true), formToken: "token",
            assets: look.files.links)
        let html = look.pages.html(model, in: frame)
        #expect(!html.contains("<script>") && !html.contains("Optional(") && !html.contains(" style="), "\(name)")
        if let folder = ProcessInfo.processInfo.environment["MAIGEN_PAGES"] {
            try html.write(toFile: "\(folder)/\(name).\(language.rawValue).html", atomically: true, encoding: .utf8)
        }
        return html
    }

    private func statistics(_ days: Int) -> Statistics {
        Statistics(
            days: (0..<days).map { day in
                Statistics.Day(
                    start: Timestamp(milliseconds: 1_790_000_000_000 + Int64(day) * 86_400_000), users: day % 5,
                    submitted: day * 3, completed: day * 2, failed: day % 3, cancelled: day % 2,
                    pointsIn: Points(Int64(day * 50)), pointsOut: Points(Int64(day * 15)))
            },
            users: 12_345, disabledUsers: 2, tasks: [.completed: 900, .failed: 100],
            stages: [
                .init(state: .analyzing, count: 10, median: .milliseconds(350), percentile95: .seconds(4)),
                .init(state: .validating, count: 0, median: nil, percentile95: nil),
            ], points: [.registration: 500, .task: -300], held: 4000,
            community: .init(shares: [.pending: 1, .approved: 7], likes: 3, purchases: 2, turnover: 40))
    }

    @Test(arguments: Language.allCases)
    func `statistics are figures and charts, with their numbers beside them`(language: Language) throws {
        let page = StatisticsPage(statistics(30), offset: .zero, look.texts, in: language)
        let html = try html(page, "office-statistics", in: language)
        #expect(html.contains("12,345") && html.contains("350 ms"))
        #expect(html.components(separatedBy: "<svg class=\"chart\"").count - 1 == 7)
        let nothing = StatisticsPage(
            Statistics(
                days: [.init(start: now)], users: 0, disabledUsers: 0, tasks: [:], stages: [], points: [:], held: 0,
                community: .init(shares: [:], likes: 0, purchases: 0, turnover: 0)),
            offset: .zero, look.texts, in: language)
        #expect(try !self.html(nothing, "office-statistics-empty", in: language).contains("nan"))
    }

    @Test(arguments: Language.allCases)
    func `users, settings, health and the audit log show hostile values inert`(language: Language) throws {
        let code = try #require(InvitationCode("ABCD2345"))
        let account = Account(
            id: ID(rawValue: "u-1"), address: try #require(EmailAddress("a@example.org")),
            name: try #require(DisplayName("<b>&\"")), role: .user, language: .chinese, invitationCode: code,
            disabledAt: now, createdAt: now)
        let users = UsersPage(
            Page(items: [FoundAccount(account: account, balance: 1234)], nextCursor: Cursor(position: "x")),
            matching: hostile, reader: ID(rawValue: "u-2"), look.texts, in: language, keys: .system,
            adjustment: .init(user: "u-1", amount: "9x", reason: hostile))
        let people = try html(users, "office-users", in: language)
        #expect(people.contains("&lt;b&gt;") && people.contains("1,234") && people.contains("<details open>"))
        #expect(people.contains("value=\"9x\""))

        let present = PresentSettings(version: 3, settings: Settings(strategiesOff: [.overflow]), change: nil)
        var form = SettingsForm(present)
        #expect(try form.settings().settings == present.settings && form.settings().version == 3)
        form.numbers[.task] = hostile
        #expect(throws: ServiceError.self) { try form.settings() }
        let settings = SettingsPage(
            form, changed: now, catalogue, look.texts, in: language,
            refused: SettingsRefusal.outOfRange(.samples, 1...100))
        let shown = try html(settings, "office-settings", in: language)
        #expect(shown.contains("name=\"tasks.samples\" min=\"0\" required aria-invalid=\"true\""))
        #expect(shown.contains("name=\"on-1\" value=\"1\" checked") && shown.contains("name=\"on-9\" value=\"1\">"))

        let beat = WorkerBeat(
            worker: ID(rawValue: "w"), role: .analysis, process: hostile, since: now, at: now,
            task: Dispatch(task: ID(rawValue: "t-1"), attempt: 2))
        let health = HealthPage(
            WorkQueue.allCases.map { ($0, QueueDepth(waiting: 4, held: 1)) }, [beat], look.texts, at: now,
            in: language)
        #expect(health.missing.count == 2)
        #expect(try html(health, "office-health", in: language).contains("/tasks/t-1"))

        let event = AuditEvent(
            id: ID(rawValue: "e"), at: now, actor: nil, action: .loginFailed, subject: hostile,
            client: Client(address: hostile, agent: hostile), detail: String(repeating: "z", count: 100_000))
        let audit = AuditPage(Page(items: [event], nextCursor: Cursor(position: "a b")), isFirst: true, in: language)
        #expect(try html(audit, "office-audit", in: language).contains("/admin/audit?cursor=a%20b"))
    }

    @Test func `bars are drawn to scale, escaped, with an axis that ends on a round number`() {
        let html = BarChart(
            title: hostile, labels: ["a", "b"], parts: [.init(name: hostile, kind: "bar", values: [50, 100])]
        ).html.text
        #expect(!html.contains("<script>"))
        #expect(html.contains("height=\"90\"") && html.contains("height=\"180\""))
        #expect(Ticks.round(upTo: 97) == [0, 50, 100])
        #expect(Ticks.round(upTo: 0) == [0, 1])
        #expect(Ticks.text(12_500) == "12.5k" && Ticks.text(3_000_000) == "3M")
    }

    @Test func `spans of time are said in two units at most`() {
        #expect(DurationText.text(.milliseconds(999), in: .english) == "999 ms")
        #expect(DurationText.text(.milliseconds(1500), in: .chinese) == "1.5 秒")
        #expect(DurationText.text(.seconds(75), in: .chinese) == "1 分 15 秒")
        #expect(DurationText.text(.seconds(7200), in: .english) == "2 h")
        #expect(DurationText.text(.seconds(90_061), in: .english) == "1 d 1 h")
        #expect(DurationText.age(of: now, at: now + .seconds(59), in: .english) == "just now")
    }
}
