import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices
import MaigenTestData

/// The form of a new task.
struct NewTaskRoutes {
    let pages: Pages
    let tools: TaskTools
    let settings: ReadSettings
    let points: ReadPoints
    let strategies: StrategyCatalogue
    let randomness: Randomness

    /// Forms write a Chinese character as nine bytes.
    private static let formLimit = ByteCount.mebibytes(8)

    func add(to members: RouterGroup<MemberContext>) {
        members.get("tasks/new") { request, context in
            let from = try Query(request)["from"]
            let around = try await surroundings(context)
            if let from {
                guard let id = TaskID(from) else { throw ServiceError.refused(TaskRefusal.taskUnknown) }
                let task = try await ReadTask(tools)(id, by: context.signedIn)
                return try await show(NewTaskPage(NewTaskForm(task, key: newKey()), around), request, context)
            }
            let form = NewTaskForm(around.strategies, key: newKey())
            return try await show(NewTaskPage(form, around, takesDraft: true), request, context)
        }
        members.post("tasks/new") { request, context in
            let sent = try await pages.form(request, context, limit: Self.formLimit)
            var form = NewTaskForm(sent, strategies)
            switch NewTaskForm.Press(rawValue: sent["press"] ?? "submit") ?? .submit {
            case .submit: return try await submit(form, request, context)
            case .samples:
                let around = try await surroundings(context)
                let page = NewTaskPage(form, around, samples: form.problem.samples.count + 1)
                return try await show(page, request, context)
            case .document:
                let around = try await surroundings(context)
                do throws(ProblemParseError) {
                    form = try form.filled(from: sent["document"] ?? "")
                } catch {
                    let message = error.message[context.language]
                    let page = NewTaskPage(form, around, refused: message, field: "document")
                    return try await show(page, request, context)
                }
                return try await show(NewTaskPage(form, around), request, context)
            }
        }
        members.post("tasks/new/statement") { request, context in
            let sent = try await pages.form(request, context, limit: Self.formLimit)
            let form = NewTaskForm(sent, strategies)
            return try await pages.show(StatementPage(form.problem), to: request, context)
        }
    }

    private func submit(_ form: NewTaskForm, _ request: Request, _ context: MemberContext) async throws -> Response {
        var task: TaskID?
        let refused = try await refusal {
            task = try await SubmitTask(tools)(form.snapshot(), key: form.key, by: context.signedIn)
        }
        if let task { return pages.redirect(to: "/tasks/\(task)", done: .taskSubmitted) }
        guard let refused else { throw HTTPRefusal.malformed }
        var again = form
        // The key stood for another task: the next press is about this one.
        if refused.code == PointsRefusal.keyReused.code { again.key = newKey() }
        let page = NewTaskPage(
            again, try await surroundings(context), refused: refused.message[context.language],
            field: NewTaskPage.field(of: refused.code))
        return try await pages.show(page, at: .newTask, refused: refused, to: request, context)
    }

    private func show(_ page: NewTaskPage, _ request: Request, _ context: MemberContext) async throws -> Response {
        try await pages.show(page, at: .newTask, to: request, context)
    }

    private func surroundings(_ context: MemberContext) async throws -> NewTaskPage.Surroundings {
        NewTaskPage.Surroundings(
            strategies: try await ListStrategies(tools)(), limits: try await settings.taskLimits(),
            price: try await settings.pointsRules().task, balance: try await points.balance(of: context.signedIn),
            language: context.language, texts: pages.look.texts)
    }

    private func newKey() -> String { Hex.text(randomness.bytes(16)) }
}

/// A statement as its readers will see it, to be put beside the form: no page of its own.
struct StatementPage: PageModel {
    static let template = "new-task-statement"
    var title: String
    var parts: [Part]

    /// One section that is not empty.
    struct Part: Sendable {
        var isDescription = false
        var isInput = false
        var isOutput = false
        var isConstraints = false
        var html: SafeHTML
    }

    init(_ problem: ProblemDocument) {
        title = problem.title
        func part(_ text: String) -> Part? {
            text.allSatisfy(\.isWhitespace) ? nil : Part(html: Markdown.html(text))
        }
        var description = part(problem.description)
        description?.isDescription = true
        var input = part(problem.input)
        input?.isInput = true
        var output = part(problem.output)
        output?.isOutput = true
        var constraints = part(problem.constraints ?? "")
        constraints?.isConstraints = true
        parts = [description, input, output, constraints].compactMap(\.self)
    }
}
