import Foundation
import MaigenDomain
import MaigenTestData
import Testing

@testable import MaigenServices
@testable import MaigenWeb

/// Every page of tasks and of the back office, with hostile values, in both languages.
@Suite struct TaskPagesTests {
    private let look: Look
    private let strategies = StrategyCatalogue(Strategy.all)
    private let hostile = "<script>alert(1)</script>\u{202E}\"'&{{page}}[[tasks.title]]"
    private let now = Timestamp(milliseconds: 1_790_000_000_000)

    init() throws {
        look = try Look()
    }

    /// The page, looked at for what no page may hold.
    private func html<Model: PageModel>(_ model: Model, _ name: String, in language: Language) throws -> String {
        let frame = PageFrame(
            language: language, path: "/",
            user: .init(
                name: hostile, balance: "50", unread: nil, isAdministrator: true),
            formToken: "token", assets: look.files.links)
        let html = look.pages.html(model, in: frame)
        #expect(!html.contains("<script>"), "\(name)")
        #expect(!html.contains("Optional("), "\(name)")
        #expect(!html.contains(" style="), "the content security policy forbids it: \(name)")
        #expect(!html.contains(" onclick="), "\(name)")
        if let folder = ProcessInfo.processInfo.environment["MAIGEN_PAGES"] {
            try html.write(toFile: "\(folder)/\(name).\(language.rawValue).html", atomically: true, encoding: .utf8)
        }
        return html
    }

    private var problem: ProblemDocument {
        ProblemDocument(
            title: hostile, description: hostile, input: hostile, output: hostile, constraints: hostile,
            samples: [.init(input: "\n" + hostile, output: String(repeating: "x", count: 100_000))])
    }

    private func detail(_ state: TaskState, fault: TaskFault? = nil, file: DataFile? = nil) -> TaskDetail {
        TaskDetail(
            summary: summary(state),
            snapshot: TaskSnapshot(
                problem: problem, program: StandardProgram(source: hostile),
                tests: [TestWish(strategy: .randomSmall, count: 2)]),
            specification: hostile, fault: fault, file: file, share: nil, lastEvent: 2)
    }

    private func summary(_ state: TaskState) -> TaskSummary {
        TaskSummary(
            id: ID(rawValue: "t-1"), owner: ID(rawValue: "u-1"), title: hostile, state: state, percent: 40, attempt: 1,
            testCount: 2, price: 5, createdAt: now - .seconds(4000), finishedAt: state.isFinal ? now : nil)
    }

    private func event(_ sequence: Int64, _ state: TaskState, _ agent: Agent?, attempt: Int = 1) -> TaskEvent {
        TaskEvent(
            sequence: sequence,
            progress: TaskProgress(
                dispatch: Dispatch(task: ID(rawValue: "t-1"), attempt: attempt), state: state, percent: 10,
                agent: agent, message: Localized(verbatim: hostile), detail: hostile, at: now))
    }

    private let listing = TestListing(
        tests: #"""
            {"version":1,"tests":[{"number":1,"strategyId":1,"purpose":{"zh":"<b>小","en":"<b>small"},
            "input":{"size":12},"output":{"size":2048},"standardProgram":{"timeAtMostMs":50,"memoryAtMostMiB":8}}]}
            """#,
        report: #"""
            {"version":1,"samples":{"checked":1},"validation":{"accepted":1},"attack":{"tried":9,"refused":8,"escaped":[]},
            "boundaries":[{"name":"n","least":"1","greatest":"1000","reachedLeast":{"value":"1","test":1},
            "reachedGreatest":{"value":"500","test":1},"hitsLeast":true,"hitsGreatest":false}],
            "coverage":{"lines":{"percent":99.5},"branches":{"percent":100}},
            "kills":{"timeLimitMs":500,"programs":[
            {"name":"greedy","kind":"wrong","origin":"agent","killedBy":[1],"outcomes":["wrong-answer"],"compiles":true},
            {"name":"<b>lives","kind":"slow","origin":"agent","killedBy":[],"outcomes":["passes"],"compiles":true},
            {"name":"broken","kind":"unknown","origin":"person","killedBy":[],"outcomes":[],"compiles":false}]},
            "remarks":[{"zh":"<i>","en":"<i>"}]}
            """#,
        previews: [TestPreview(number: 1, input: "<u>", output: "&")])

    @Test(arguments: Language.allCases)
    func `the task list escapes titles, keeps its filter in links and says what to do when empty`(
        language: Language
    ) throws {
        let filter = TaskFilter(state: .failed, text: "a&b \u{4E2D}")
        let page = TaskListPage(
            Page(items: TaskState.allCases.map(summary), nextCursor: Cursor(position: "p&1")), filter, isFirst: true,
            all: "*", at: now, in: language)
        let html = try html(page, "tasks", in: language)
        #expect(html.contains("/tasks?cursor=p%261&amp;state=failed&amp;q=a%26b%20%E4%B8%AD"))
        #expect(html.contains(language == .chinese ? "1 小时前" : "1 h ago"))
        #expect(html.contains("&lt;script&gt;alert(1)"))
        let none = TaskListPage(
            Page(items: [], nextCursor: nil), TaskFilter(), isFirst: true, all: "*", at: now, in: language)
        let empty = try self.html(none, "tasks-empty", in: language)
        #expect(empty.contains("class=\"empty\"") && empty.contains("href=\"/tasks/new\""))
    }

    @Test(arguments: Language.allCases)
    func `the form of a new task shows what was typed, exactly and inert`(language: Language) throws {
        var form = NewTaskForm(detail(.completed), key: "key-1")
        form.specification = hostile
        let around = NewTaskPage.Surroundings(
            strategies: Strategy.all.map { .init(strategy: $0, isOn: $0.id != .overflow) }, limits: TaskLimits(),
            price: 5, balance: 3, language: language, texts: look.texts)
        let html = try html(NewTaskPage(form, around, refused: hostile, field: "title"), "new-task", in: language)
        #expect(html.contains("value=\"key-1\""))
        // HTML drops one line end after the tag: the one that is the template's.
        #expect(html.contains("spellcheck=\"false\">\n\n&lt;script&gt;"))
        #expect(!html.contains("name=\"count-9\""), "what is switched off cannot be chosen")
        #expect(html.contains("data-field=\"title\""))
        #expect(html.contains("id=\"total\" data-most=\"20\">2<"))
    }

    @Test func `a form becomes the snapshot it says, and numbers that are none are refused`() throws {
        let listed = Strategy.all.map { ListStrategies.Listed(strategy: $0, isOn: true) }
        var form = NewTaskForm(listed, key: "k")
        #expect(try form.snapshot().tests.reduce(0) { $0 + $1.count } == 20)
        #expect(try form.snapshot().specification == nil)
        form.counts = [.randomSmall: "0", .maximumBounds: "3", .overflow: ""]
        #expect(try form.snapshot().tests == [TestWish(strategy: .maximumBounds, count: 3)])
        form.counts = [.randomSmall: "many"]
        #expect(throws: ServiceError.self) { try form.snapshot() }
        form.counts = [.randomSmall: "1"]
        form.seed = "9007199254740992"
        #expect(throws: ServiceError.self) { try form.snapshot() }
    }

    @Test func `a problem document fills the form and leaves the rest of it`() throws {
        let listed = Strategy.all.map { ListStrategies.Listed(strategy: $0, isOn: true) }
        var form = NewTaskForm(listed, key: "k")
        form.program.source = "int main() {}"
        let filled = try form.filled(
            from: "# 求和\n\n## 题目描述\n\n求和。\n\n## 输入格式\n\n两个整数。\n\n## 输出格式\n\n和。\n\n"
                + "## 样例输入 1\n\n```\n1 2\n```\n\n## 样例输出 1\n\n```\n3\n```\n")
        #expect(filled.problem.title == "求和" && filled.problem.samples == [.init(input: "1 2\n", output: "3\n")])
        #expect(filled.program.source == "int main() {}" && filled.counts == form.counts)
        #expect(throws: ProblemParseError.self) { try form.filled(from: "nothing") }
    }

    @Test func `a failed task's form goes on from its skeleton`() {
        let fault = TaskFault(
            kind: .notUnderstood, code: "not-understood", message: Localized(verbatim: "m"), detail: "skeleton")
        #expect(NewTaskForm(detail(.failed, fault: fault), key: "k").specification == "skeleton")
        let other = TaskFault(kind: .input, code: "c", message: Localized(verbatim: "m"), detail: "error: …")
        #expect(NewTaskForm(detail(.failed, fault: other), key: "k").specification == "")
    }

    @Test(arguments: Language.allCases)
    func `a task's page shows what is known in every state`(language: Language) throws {
        let texts = look.texts
        for state in TaskState.allCases {
            let fault =
                state == .failed
                ? TaskFault(
                    kind: .notUnderstood, code: "c", message: Localized(verbatim: hostile), detail: hostile) : nil
            let file =
                state == .completed
                ? DataFile(
                    task: ID(rawValue: "t-1"), title: hostile, name: "f", size: 5000, sha256: "ab", removedAt: nil)
                : nil
            var content = TaskPage.Content(
                task: detail(state, fault: fault, file: file),
                events: [event(1, .analyzing, .analyst), event(2, .generating, nil, attempt: 2)],
                usual: .init(duration: .seconds(75), isOwn: state == .pending), isOwn: true)
            if file != nil {
                content.listing = try DataSetDocuments(listing)
                content.previews = listing.previews
            }
            let page = TaskPage(content, strategies, look.texts, in: language)
            let html = try html(page, "task-\(state.rawValue)", in: language)
            #expect(html.contains("data-live") == !state.isFinal)
            let usual = texts["task.usual"]?[language] ?? ""
            let ofAll = texts["task.usualOfAll"]?[language] ?? ""
            #expect(html.contains(usual + " ") == (state == .pending))
            #expect(html.contains(">" + ofAll + " ") == (!state.isFinal && state != .pending))
            #expect(html.contains("/cancel\"") == !state.isFinal)
            #expect(html.contains("class=\"stopped\"") == (state == .failed || state == .cancelled))
            #expect(html.contains("/tasks/t-1/download") == (state == .completed))
            #expect(html.contains("id=\"share-price\"") == (state == .completed))
            #expect(html.contains("<circle class=\"mark\"") == (state == .completed))
            if state == .completed {
                #expect(html.contains("class=\"survives\"><th scope=\"row\"><code><bdi>&lt;b&gt;lives"))
                #expect(html.contains("<td class=\"fails\">WA</td>") && html.contains("<td class=\"number\">1</td>"))
                #expect(html.contains("<b>1/2</b>"), "one of two that compile is caught")
                #expect(html.contains(texts["task.survivors"]?[language] ?? "-"))
                #expect(html.contains("<code><bdi>broken"), "what did not compile is named")
                #expect(html.contains("99.5%") && html.contains("8/9") && html.contains("&lt;b&gt;"))
            }
        }
    }

    @Test func `a finding that is too long is cut and somebody else's task offers nothing to change`() throws {
        var long = event(1, .analyzing, .coder)
        long.progress.detail = String(repeating: "y", count: 100_000)
        let page = TaskPage(
            .init(task: detail(.analyzing), events: [long], isOwn: false), strategies, look.texts, in: .english)
        let html = try html(page, "task-other", in: .english)
        #expect(html.utf8.count < 200_000)
        #expect(!html.contains("/cancel\"") && !html.contains("/tasks/new?from="))
    }

    @Test func `documents that nobody can read are our fault`() {
        #expect(throws: StoreFailure.self) {
            try DataSetDocuments(TestListing(tests: "{}", report: "{}", previews: []))
        }
    }
}
