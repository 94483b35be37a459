import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// A person's tasks: from the problem to the ZIP.
struct TaskRoutes {
    let tools: TaskTools
    let community: CommunityTools
    let strategies: StrategyCatalogue
    let files: any FileStore
    let watch: TaskWatch
    let streams: EventStreams

    /// Half as much again as a task with everything at its default limits. Settings can allow more than goes through
    /// here, but nobody writes a sample of a megabyte by hand.
    static let bodyLimit = ByteCount.mebibytes(4)

    private struct Submitted: Encodable, Sendable {
        var id: String
    }

    private struct Offer: Decodable {
        var description: String
        var price: Int64
    }

    func add(to members: RouterGroup<MemberContext>) {
        members.post("tasks") { request, context in
            var request = request
            let key = request.idempotencyKey
            let body = try await request.json(TaskRequest.self, limit: Self.bodyLimit)
            let id = try await SubmitTask(tools)(body.snapshot(strategies), key: key, by: context.signedIn)
            return JSONAnswer(
                Submitted(id: id.rawValue), status: .created, headers: [.location: "/api/v1/tasks/\(id)"])
        }
        members.get("tasks") { request, context in
            let query = try Query(request)
            let filter = TaskFilter(
                state: try query.value("state", TaskState.init(rawValue:)), text: query["q"] ?? "")
            let page = try await ListTasks(tools)(of: context.signedIn, filter, query.page())
            return JSONAnswer(Paged(page) { TaskBody($0, in: context.language) })
        }
        members.get("tasks/{id}") { _, context in
            let task = try await ReadTask(tools)(context.id(or: TaskRefusal.taskUnknown), by: context.signedIn)
            return JSONAnswer(TaskDetailBody(task, strategies, in: context.language))
        }
        members.post("tasks/{id}/cancel") { _, context in
            try await CancelTask(tools)(context.id(or: TaskRefusal.taskUnknown), by: context.signedIn)
            return NothingToShow()
        }
        members.post("tasks/{id}/share") { request, context in
            var request = request
            let id: TaskID = try context.id(or: TaskRefusal.taskUnknown)
            let body = try await request.json(Offer.self)
            let share = try await ShareTask(community)(
                id, description: body.description, price: body.price, by: context.signedIn)
            return JSONAnswer(
                ShareBody(share, in: context.language), status: .created,
                headers: [.location: "/api/v1/community/\(share.id)"])
        }
        addResults(to: members)
    }

    private func addResults(to members: RouterGroup<MemberContext>) {
        members.get("tasks/{id}/events") { request, context in
            try await events(request, context)
        }
        members.get("tasks/{id}/tests") { _, context in
            let listing = try await ReadTask(tools).tests(
                of: context.id(or: TaskRefusal.taskUnknown), by: context.signedIn)
            return JSONAnswer(try TestListingBody(listing))
        }
        members.get("tasks/{id}/download") { request, context in
            let file = try await ReadTask(tools).file(
                of: context.id(or: TaskRefusal.taskUnknown), by: context.signedIn)
            return try Download(file, from: files).response(to: request)
        }
    }

    private func lastSeen(_ request: Request) throws(HTTPRefusal) -> Int64 {
        guard let text = request.lastEventID else { return 0 }
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text) else {
            throw .parameterMalformed("Last-Event-ID")
        }
        return number
    }

    /// The task's steps, live. A client that has seen the last one is told to ask no more (204).
    private func events(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: TaskID = try context.id(or: TaskRefusal.taskUnknown)
        let task = try await ReadTask(tools)(id, by: context.signedIn)
        let seen = try lastSeen(request)
        if task.summary.state.isFinal, seen >= task.lastEvent { return Response(status: .noContent) }
        let (watch, language, signedIn) = (watch, context.language, context.signedIn)
        return try streams.answer(to: request, for: signedIn.account.id.rawValue) { send in
            try await watch.follow(id, after: seen, by: signedIn) { event in
                let isOpen = send(
                    ServerEvent(
                        id: String(event.sequence), name: "progress",
                        data: JSONText.line(TaskEventBody(event, in: language))))
                guard isOpen, event.progress.state.isFinal else { return isOpen }
                _ = send(
                    ServerEvent(
                        id: String(event.sequence), name: "end",
                        data: JSONText.line(["state": event.progress.state.rawValue])))
                return false
            }
        }
    }
}
