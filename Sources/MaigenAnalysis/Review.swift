import MaigenDomain
import MaigenTestData

/// The reviewer's checks: what can be known of the code before it runs.
struct Review {
    var snapshot: TaskSnapshot
    var specification: InputSpecification
    /// The specification as text.
    var text: String
    var plan: TestPlan
    var assumptions: [Localized]

    struct Finding: Sendable, Hashable {
        /// Whether the code must not be used.
        var isFault = false
        var text: Localized
    }

    func findings() -> [Finding] {
        [sameText(), testCount()] + repeated() + [trial(), reach()].compactMap(\.self)
            + (assumptions + plan.remarks).map { Finding(text: $0) }
    }

    /// The text that travels on says what the agents worked with.
    private func sameText() -> Finding {
        do throws(SpecificationError) {
            guard try SpecificationParser.parse(text) == specification else {
                return Finding(
                    isFault: true,
                    text: Localized(zh: "规格写出后含义改变", en: "the written specification means something else"))
            }
            return Finding(text: Localized(zh: "规格写出再读入，含义不变", en: "the written specification reads back unchanged"))
        } catch {
            return Finding(isFault: true, text: error.message)
        }
    }

    /// As many tests as were asked for.
    private func testCount() -> Finding {
        let wanted = snapshot.tests.isEmpty ? plan.tests.count : snapshot.testCount
        return Finding(
            isFault: plan.tests.count != wanted,
            text: Localized(
                zh: "要求 \(wanted) 个测试点，计划 \(plan.tests.count) 个",
                en: "\(wanted) tests wanted, \(plan.tests.count) planned"))
    }

    /// Tests that leave nothing to chance and are set alike will be the same input.
    private func repeated() -> [Finding] {
        var seen: [[PlannedTest.Setting]: Int] = [:]
        return plan.tests.compactMap { test in
            guard let first = seen[test.settings] else {
                seen[test.settings] = test.number
                return nil
            }
            return Finding(
                text: Localized(
                    zh: "测试点 \(test.number) 与 \(first) 参数相同，仅种子不同",
                    en: "tests \(first) and \(test.number) differ in their seeds alone"))
        }
    }

    /// How hard the validator will be tried.
    private func trial() -> Finding {
        let inputs = ValidatorTrial.inputs(
            from: snapshot.problem.samples.map { Array($0.input.utf8) }, specification, seed: snapshot.seed)
        return Finding(
            text: Localized(
                zh: "校验器将面对 \(inputs.count) 个近似合法的非法输入",
                en: "the validator will face \(inputs.count) nearly valid inputs"))
    }

    /// How many quantities have ends that the report will look at.
    private func reach() -> Finding? {
        let bounds = VariableBounds.of(specification)
        guard !bounds.isEmpty else { return nil }
        return Finding(
            text: Localized(
                zh: "报告将核对 \(bounds.count) 个量的上下界是否到达",
                en: "the report will check both ends of \(bounds.count) quantities"))
    }
}
