import Foundation
import MaigenDomain
import Synchronization
import Testing

/// What analysis hands to execution, and the loop between them.
@Suite struct BlueprintTests {
    @Test("What was written before there were blueprints can be read")
    func oldForms() throws {
        let old = #"{"dispatch":{"task":"t","attempt":2},"result":{"ready":{"specification":"version: 1\n"}}}"#
        let report = try JSONDecoder().decode(AnalysisReport.self, from: Data(old.utf8))
        #expect(report.result == .ready(specification: "version: 1\n"))
        let data = #"{"file":"f","size":1,"sha256":"","tests":"","report":"","previews":[]}"#
        #expect(try JSONDecoder().decode(StoredDataSet.self, from: Data(data.utf8)).trial == nil)
    }

    @Test("A whole blueprint survives the cache")
    func whole() throws {
        let blueprint = Blueprint(
            specification: "s",
            proposals: [
                Proposal(test: 1, purpose: Localized(zh: "一", en: "one"), settings: ["n=1"], generator: "g")
            ], generators: [ExtraGenerator(name: "g", source: "x")], checker: "c",
            rivals: [Rival(name: "r", kind: .slow, origin: .agent, source: "y")],
            remarks: [Localized(zh: "注", en: "note")], round: 2, isMendable: true,
            account: [AgentUsage(agent: .coder, promptTokens: 3, answerTokens: 4)])
        let report = AnalysisReport(
            dispatch: Dispatch(task: TaskID(rawValue: "t"), attempt: 1), result: .ready(blueprint))
        #expect(try JSONDecoder().decode(AnalysisReport.self, from: JSONEncoder().encode(report)) == report)
    }

    // MARK: Rounds

    private static func trial(killed: Int, of count: Int, dropped: Int = 0) -> Trial {
        Trial(
            rivals: (0..<count).map {
                Trial.Fate(name: "\($0)", kind: .wrong, killedBy: $0 < killed ? [1] : [], compiles: true)
            }, dropped: Array(repeating: "x", count: dropped))
    }

    private static let fault = TaskFault(
        kind: .data, code: "input-rejected", message: Localized(zh: "拒绝", en: "rejected"))

    /// Plays rounds: each blueprint's outcome in turn. Gives what came of it, the evidence that agents got, and what was
    /// discarded.
    private func play(
        _ outcomes: [Result<Rounds.Made<Int>, TaskFault>], ideas: Int = 9, isMendable: Bool = true
    ) async -> (Result<Int, TaskFault>, [Evidence], [Int]) {
        let player = Player(ideas: ideas, isMendable: isMendable)
        let left = Mutex(outcomes)
        let discarded = Mutex<[Int]>([])
        let snapshot = TaskSnapshot(
            problem: ProblemDocument(title: "", description: "", input: "", output: "", samples: []),
            program: StandardProgram(source: ""), tests: [])
        let sink = ProgressSink(Dispatch(task: TaskID(rawValue: "t"), attempt: 1)) { _ in }
        do throws(TaskFault) {
            let value = try await Rounds.run(player, snapshot, progress: sink) { _ in
                left.withLock { $0.removeFirst() }
            } discard: { value in
                discarded.withLock { $0.append(value) }
            }
            return (.success(value), player.seen, discarded.withLock { $0 })
        } catch {
            return (.failure(error), player.seen, discarded.withLock { $0 })
        }
    }

    @Test("Data without a weakness ends the loop at once")
    func enough() async throws {
        let (result, seen, _) = await play([.success(Rounds.Made(1, Self.trial(killed: 2, of: 2)))])
        #expect(try result.get() == 1)
        #expect(seen == [])
    }

    @Test("The best data wins, not the last, and nothing else is kept")
    func best() async throws {
        let (result, seen, discarded) = await play([
            .success(Rounds.Made(1, Self.trial(killed: 0, of: 3))),
            .success(Rounds.Made(2, Self.trial(killed: 2, of: 3))),
            .success(Rounds.Made(3, Self.trial(killed: 1, of: 3))),
        ])
        #expect(try result.get() == 2)
        #expect(seen.map(\.blueprint.round) == [0, 1])
        #expect(seen.map { $0.trial?.survivors.count } == [3, 1])
        #expect(Set(discarded) == [1, 3])
    }

    @Test("A round without progress is the last")
    func standstill() async throws {
        let (result, seen, _) = await play([
            .success(Rounds.Made(1, Self.trial(killed: 1, of: 3))),
            .success(Rounds.Made(2, Self.trial(killed: 1, of: 3))),
        ])
        #expect(try result.get() == 1)
        #expect(seen.count == 1)
    }

    @Test("Faults that agents can mend go back, three executions in all, and the last one's is the task's")
    func faults() async throws {
        let (result, seen, _) = await play([.failure(Self.fault), .failure(Self.fault), .failure(Self.fault)])
        #expect(throws: Self.fault) { try result.get() }
        #expect(seen.map(\.fault) == [Self.fault, Self.fault])
        #expect(seen.allSatisfy { !$0.hasData })
    }

    @Test("Faults of the owner's, and of agents that cannot mend, end the task at once")
    func endings() async throws {
        let owner = TaskFault(kind: .input, code: "sample-disagrees", message: Localized(zh: "不同", en: "differs"))
        var (result, seen, _) = await play([.failure(owner)])
        #expect(throws: owner) { try result.get() }
        #expect(seen.isEmpty)
        (result, seen, _) = await play([.failure(Self.fault)], isMendable: false)
        #expect(throws: Self.fault) { try result.get() }
        #expect(seen.isEmpty)
    }

    @Test("Data that was made stands, whatever comes later")
    func kept() async throws {
        let weak = Rounds.Made(1, Self.trial(killed: 0, of: 1))
        var (result, _, discarded) = await play([.success(weak), .failure(Self.fault), .failure(Self.fault)])
        #expect(try result.get() == 1)
        #expect(discarded == [])
        (result, _, discarded) = await play([.success(weak)], ideas: 1)
        #expect(try result.get() == 1)
    }

    @Test("Percentages of later rounds never go back")
    func percentages() {
        var last = 0
        for round in 0..<Rounds.limit {
            let analysis = Rounds.analysis(of: round)
            let execution = Rounds.execution(of: Blueprint(specification: "", round: round, isMendable: true))
            #expect(analysis.lowerBound >= last)
            #expect(execution.lowerBound >= analysis.upperBound)
            last = execution.upperBound
        }
        #expect(last == 99)
    }
}

/// Has so many ideas, and remembers what it was told.
private final class Player: TaskAnalyst {
    private let ideas: Int
    private let isMendable: Bool
    private let told = Mutex<[Evidence]>([])
    var seen: [Evidence] { told.withLock { $0 } }

    init(ideas: Int, isMendable: Bool) {
        self.ideas = ideas
        self.isMendable = isMendable
    }

    func blueprint(
        for snapshot: TaskSnapshot, after evidence: Evidence?, progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint? {
        let count = told.withLock { told in
            if let evidence { told.append(evidence) }
            return told.count
        }
        return count < ideas ? Blueprint(specification: "\(count)", isMendable: isMendable) : nil
    }
}
