import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// A person's tasks: the list, and each one's page with what can be done there.
struct TaskPageRoutes {
    let pages: Pages
    let tools: TaskTools
    let community: CommunityTools
    let strategies: StrategyCatalogue
    let files: any FileStore
    let clock: WallClock

    func add(to members: RouterGroup<MemberContext>) {
        members.get("tasks") { request, context in
            let query = try Query(request)
            // A form sends "every state" as an empty text.
            let state = query["state"] == "" ? nil : try query.value("state", TaskState.init(rawValue:))
            let filter = TaskFilter(state: state, text: String((query["q"] ?? "").prefix(100)))
            let wanted = try query.page()
            let page = try await ListTasks(tools)(of: context.signedIn, filter, wanted)
            let language = context.language
            return try await pages.show(
                TaskListPage(
                    page, filter, isFirst: wanted.cursor == nil, all: pages.look.texts["tasks.all"]?[language] ?? "",
                    at: clock.now(), in: language),
                at: .tasks, to: request, context)
        }
        members.get("tasks/{id}") { request, context in
            let page = try await page(of: context.id(or: TaskRefusal.taskUnknown), context)
            return try await pages.show(page, at: .tasks, to: request, context)
        }
        members.get("tasks/{id}/download") { request, context in
            let file = try await ReadTask(tools).file(
                of: context.id(or: TaskRefusal.taskUnknown), by: context.signedIn)
            return try Download(file, from: files).response(to: request)
        }
        members.post("tasks/{id}/cancel") { request, context in
            _ = try await pages.form(request, context)
            let id: TaskID = try context.id(or: TaskRefusal.taskUnknown)
            try await CancelTask(tools)(id, by: context.signedIn)
            return pages.redirect(to: "/tasks/\(id)", done: .taskCancelled)
        }
        members.post("tasks/{id}/share") { request, context in
            let form = try await pages.form(request, context)
            let id: TaskID = try context.id(or: TaskRefusal.taskUnknown)
            let offer = TaskPage.Offer(description: form["description"] ?? "", price: form["price"] ?? "")
            let refused = try await refusal {
                _ = try await ShareTask(community)(
                    id, description: offer.description, price: Int64(offer.price) ?? -1, by: context.signedIn)
            }
            guard let refused else { return pages.redirect(to: "/tasks/\(id)", done: .taskShared) }
            let page = try await page(of: id, context, offer: offer, refused: refused)
            return try await pages.show(page, at: .tasks, refused: refused, to: request, context)
        }
    }

    private func page(
        of id: TaskID, _ context: MemberContext, offer: TaskPage.Offer = .init(), refused: (any Refusal)? = nil
    ) async throws -> TaskPage {
        let (read, signedIn) = (ReadTask(tools), context.signedIn)
        var task = try await read(id, by: signedIn)
        let events = try await events(of: id, by: signedIn)
        // The live page goes on where the shown events end, whatever came since the task was read.
        task.lastEvent = events.last?.sequence ?? 0
        let isOwn = task.summary.owner == signedIn.account.id
        var content = TaskPage.Content(task: task, events: events, isOwn: isOwn)
        if task.file != nil {
            let listing = try await read.tests(of: id, by: signedIn)
            content.listing = try DataSetDocuments(listing)
            content.previews = listing.previews
        }
        if let share = task.share { content.share = try await ReadShare(community)(share, for: signedIn).share }
        if isOwn, !task.summary.state.isFinal { content.usual = try await EstimateDuration(tools)(for: signedIn) }
        return TaskPage(
            content, strategies, pages.look.texts, in: context.language, offer: offer, refused: refused)
    }

    /// The events that the page shows: the newest of a task that went on and on.
    private func events(of id: TaskID, by signedIn: SignedIn) async throws -> [TaskEvent] {
        var events: [TaskEvent] = []
        while true {
            let more = try await ReadTask(tools).events(of: id, after: events.last?.sequence ?? 0, by: signedIn)
            events += more
            if more.count < 200 { break }
        }
        return events.suffix(Self.eventsShown)
    }

    private static let eventsShown = 300
}
