import MaigenDomain
import MaigenServices
import MaigenStorage
import Synchronization
import TestSupport
import Testing

extension TestPlatform {
    /// Three presets; the numbers 1, 2 and 3.
    static let strategies = StrategyCatalogue(
        [(1, "small"), (2, "large"), (3, "odd")].map { number, slug in
            Strategy(
                id: StrategyID(rawValue: number), slug: slug, name: Localized(verbatim: slug),
                summary: Localized(verbatim: slug), kills: Localized(verbatim: slug), defaultCount: 1)
        })

    static func snapshot(_ title: String = "A+B", tests: [Int: Int] = [1: 2, 2: 1]) -> TaskSnapshot {
        TaskSnapshot(
            problem: ProblemDocument(
                title: title, description: "Add $a$ and $b$.", input: "Two integers.", output: "Their sum.",
                constraints: "1 ≤ a, b ≤ 9", samples: [ProblemDocument.Sample(input: "1 2\n", output: "3\n")]),
            program: StandardProgram(source: "int main() {}"),
            tests: tests.sorted { $0.key < $1.key }.map { TestWish(strategy: StrategyID(rawValue: $0), count: $1) })
    }

    static func dataSet(_ file: String) -> StoredDataSet {
        StoredDataSet(
            file: file, size: 1234, sha256: String(repeating: "a", count: 64), tests: "[]", report: "{}",
            previews: [TestPreview(number: 1, input: "1 2\n", output: "3\n")])
    }

    /// Submits the task of that title, as a request of its own where no key says which.
    func submit(_ title: String = "A+B", key: String? = nil, by signedIn: SignedIn) async throws -> TaskID {
        try await SubmitTask(tasks)(
            Self.snapshot(title), key: key ?? ID<TaskSnapshot>(at: clock.now, .system).rawValue, by: signedIn)
    }

    /// A task that is completed, as its first try.
    func completedTask(_ title: String = "A+B", by signedIn: SignedIn) async throws -> TaskID {
        let task = try await submit(title, by: signedIn)
        let report = GenerationReport(
            dispatch: Dispatch(task: task, attempt: 1), result: .made(Self.dataSet("file-\(task)")))
        #expect(try await RecordReports(tasks).generation(report) != nil)
        return task
    }

    /// A completed task of `author` in the community.
    func approvedShare(
        _ title: String = "A+B", price: Int64, by author: SignedIn, approvedBy admin: SignedIn
    ) async throws -> Share {
        let task = try await completedTask(title, by: author)
        let share = try await ShareTask(community)(task, description: "about \(title)", price: price, by: author)
        return try await ReviewShare(community).approve(share.id, by: admin, from: Self.home)
    }

    /// Puts settings into force in place of the present ones.
    @discardableResult
    func changeSettings(to settings: Settings, by admin: SignedIn) async throws -> PresentSettings {
        let present = try await store.settings()
        return try await ChangeSettings(settings: store, strategies: Self.strategies, surroundings: surroundings)(
            to: settings, from: present.version, by: admin, from: Self.home)
    }

    /// Gives points as an administrator would.
    func grant(_ amount: Int64, to account: Account) async throws {
        let transfer = Transfer(
            id: ID(at: clock.now, .system), key: IdempotencyKey("grant", ID<Transfer>(at: clock.now, .system).rawValue),
            cause: .registration(account.id), at: clock.now, kind: .adjustment, Points(abs(amount)),
            from: amount > 0 ? .system(.adjustments) : .user(account.id),
            to: amount > 0 ? .user(account.id) : .system(.adjustments))
        #expect(try await store.transfer(#require(transfer)) == .done)
    }

    func state(of task: TaskID) async throws -> TaskState? { try await store.task(task)?.summary.state }

    func log(of task: TaskID) async throws -> [TaskEvent] {
        try await store.events(of: task, ownedBy: nil, after: 0, limit: 2000)
    }

    /// What the person's notices say happened, oldest first.
    func news(of signedIn: SignedIn) async throws -> [NoticeEvent] {
        try await store.notices(of: signedIn.account.id, PageRequest(limit: 100)).items.reversed().map(\.event)
    }

    /// The amounts of the person's records, oldest first.
    func moves(of signedIn: SignedIn, _ kind: RecordKind? = nil) async throws -> [Points] {
        try await store.records(of: signedIn.account.id, kind: kind, PageRequest(limit: 100)).items.reversed()
            .map(\.amount)
    }

    /// Runs `body` so many times at once, with 0, 1, 2, …
    func atOnce<Value: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: Value.self) { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}

/// A transport that keeps what it is told, and loses it when a test says so.
final class RecordingTransport: TaskTransport {
    private struct State {
        var dispatched: [Dispatch] = []
        var withdrawn: [Dispatch] = []
        var held: Set<Dispatch> = []
        var isDown = false
    }
    private let state = Mutex(State())

    var dispatched: [Dispatch] { state.withLock { $0.dispatched } }
    var withdrawn: [Dispatch] { state.withLock { $0.withdrawn } }

    /// A worker takes it, or it is lost.
    func drop(_ dispatch: Dispatch) { state.withLock { _ = $0.held.remove(dispatch) } }
    func setDown(_ isDown: Bool) { state.withLock { $0.isDown = isDown } }

    private func use<Value>(_ body: (inout State) -> Value) throws(StoreFailure) -> Value {
        let value: Value? = state.withLock { $0.isDown ? nil : body(&$0) }
        guard let value else { throw StoreFailure(.unavailable, "down") }
        return value
    }

    func dispatch(_ dispatch: Dispatch, _ snapshot: TaskSnapshot) async throws(StoreFailure) {
        try use {
            $0.dispatched.append(dispatch)
            $0.held.insert(dispatch)
        }
    }

    func withdraw(_ dispatch: Dispatch) async throws(StoreFailure) {
        try use {
            $0.withdrawn.append(dispatch)
            $0.held.remove(dispatch)
        }
    }

    func holds(_ dispatch: Dispatch) async throws(StoreFailure) -> Bool { try use { $0.held.contains(dispatch) } }
}
