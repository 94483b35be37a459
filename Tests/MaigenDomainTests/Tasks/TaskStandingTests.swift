import MaigenDomain
import Testing

@Suite("Where a task stands")
struct TaskStandingTests {
    private func step(_ state: TaskState, _ percent: Int, attempt: Int = 1) -> TaskProgress {
        TaskProgress(
            dispatch: Dispatch(task: TaskID(rawValue: "t"), attempt: attempt), state: state, percent: percent,
            message: Localized(verbatim: ""), at: Timestamp(milliseconds: 0))
    }

    @Test("Whatever is reported in whatever order, steps follow the table and the percentage never falls")
    func anyOrder() {
        for start in TaskState.allCases {
            for reported in TaskState.allCases {
                for percent in [-5, 0, 40, 50, 60, 100, 1000] {
                    let standing = TaskStanding(attempt: 1, state: start, percent: 50)
                    guard let next = standing.advanced(by: step(reported, percent)) else {
                        #expect(start.isFinal)
                        continue
                    }
                    #expect(!next.state.isFinal && next.attempt == 1)
                    #expect((50...99).contains(next.percent))
                    #expect(next.state == start || start.leads(to: next.state))
                    #expect(next.state == start || next.state == reported)
                    #expect(next.state.order >= start.order || percent >= 50)
                }
            }
        }
    }

    @Test("Another try's report, and any report about a task that has ended, are stale")
    func stale() {
        let standing = TaskStanding(attempt: 2, state: .analyzing, percent: 0)
        #expect(standing.advanced(by: step(.analyzing, 1, attempt: 1)) == nil)
        #expect(standing.advanced(by: step(.analyzing, 1, attempt: 3)) == nil)
        #expect(standing.advanced(by: step(.analyzing, 1, attempt: 2)) != nil)
        #expect(standing.analysed(in: 1) == nil && standing.analysed(in: 2)?.state == .generating)
        for state in TaskState.allCases where state.isFinal {
            let ended = TaskStanding(attempt: 2, state: state, percent: 0)
            #expect(!ended.accepts(2) && ended.analysed(in: 2) == nil)
        }
    }

    @Test("Analysis that is reported late does not take a task back")
    func lateAnalysis() {
        let standing = TaskStanding(attempt: 1, state: .validating, percent: 80)
        #expect(standing.analysed(in: 1)?.state == .validating)
    }

    @Test("Within a try the table leads forward, and back to analysis only")
    func table() {
        #expect(TaskState.pending.leads(to: .validating))
        #expect(TaskState.validating.leads(to: .analyzing))
        for state in TaskState.allCases {
            #expect(!state.leads(to: .pending))
            #expect(!state.leads(to: .completed))
        }
    }
}
