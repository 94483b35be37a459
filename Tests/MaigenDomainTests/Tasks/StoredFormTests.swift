import Foundation
import MaigenDomain
import Testing

/// Databases hold these as JSON. Where a test fails, old rows can no longer be read: give a new field a value for rows
/// that lack it, and keep old names.
@Suite("What databases hold as JSON can still be read")
struct StoredFormTests {
    private func decode<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    @Test("Settings")
    func settings() throws {
        let held: Settings = try decode(
            """
            {"engine":"builtin","points":{"invited":5,"inviter":20,"registration":50,"task":5},
            "retention":{"dataDays":30},"strategiesOff":[3],
            "tasks":{"programBytes":65536,"sampleBytes":65536,"samples":20,"specificationBytes":65536,
            "statementBytes":65536,"tasksInWork":5}}
            """)
        #expect(
            held
                == Settings(
                    strategiesOff: [StrategyID(rawValue: 3)], engine: .builtin,
                    retention: Settings.Retention(dataDays: 30)))
    }

    @Test("What a task is made from")
    func snapshot() throws {
        let held: TaskSnapshot = try decode(
            """
            {"engine":"auto","problem":{"description":"d","input":"i","output":"o","samples":[{"input":"1\\n",
            "output":"2\\n"}],"title":"T"},"program":{"dialect":"c++17","source":"s"},"seed":1,
            "tests":[{"count":2,"strategy":1}]}
            """)
        #expect(
            held
                == TaskSnapshot(
                    problem: ProblemDocument(
                        title: "T", description: "d", input: "i", output: "o",
                        samples: [ProblemDocument.Sample(input: "1\n", output: "2\n")]),
                    program: StandardProgram(source: "s"),
                    tests: [TestWish(strategy: StrategyID(rawValue: 1), count: 2)]))
    }

    @Test("Why a task failed")
    func fault() throws {
        let held: TaskFault = try decode(
            """
            {"code":"c","detail":"d","kind":"not-understood","message":{"en":"E","zh":"中"}}
            """)
        let fault = TaskFault(
            kind: .notUnderstood, code: "c", message: Localized(zh: "中", en: "E"), detail: "d")
        #expect(held == fault)
    }

    @Test(
        "Notices",
        arguments: [
            (#"{"pointsAdjusted":{"amount":-5,"reason":"r"}}"#, NoticeEvent.pointsAdjusted(amount: -5, reason: "r")),
            (#"{"taskCompleted":{"task":"t","title":"T"}}"#, .taskCompleted(task: TaskID(rawValue: "t"), title: "T")),
            (
                #"{"taskFailed":{"reason":{"en":"E","zh":"中"},"refund":5,"task":"t","title":"T"}}"#,
                .taskFailed(
                    task: TaskID(rawValue: "t"), title: "T", reason: Localized(zh: "中", en: "E"), refund: 5)
            ),
            (
                #"{"shareApproved":{"share":"s","title":"T"}}"#,
                .shareApproved(share: ShareID(rawValue: "s"), title: "T")
            ),
            (
                #"{"shareRejected":{"reason":"r","share":"s","title":"T"}}"#,
                .shareRejected(share: ShareID(rawValue: "s"), title: "T", reason: "r")
            ),
            (
                #"{"shareBought":{"earned":3,"share":"s","title":"T"}}"#,
                .shareBought(share: ShareID(rawValue: "s"), title: "T", earned: 3)
            ),
        ])
    func notices(_ text: String, _ event: NoticeEvent) throws {
        let held: NoticeEvent = try decode(text)
        #expect(held == event)
        #expect(!event.text[.chinese].isEmpty && event.text[.chinese] != event.text[.english])
    }
}
