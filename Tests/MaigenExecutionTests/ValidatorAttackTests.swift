import MaigenDomain
import MaigenExecution
import MaigenTestData
import Testing

@Suite("A validator under attack")
struct ValidatorAttackTests {
    private static let mutants = [
        InputMutant(.doubleSpace, Array("2\n1  2\n".utf8), isValid: false),
        InputMutant(.aboveRange, Array("1\n101\n".utf8), isValid: false),
        InputMutant(.trailingLine, Array("1\n5\n0\n".utf8), isValid: false),
    ]

    @Test("that refuses what it should leaves no remark")
    func strict() async throws {
        let folder = try Folder()
        let request = SumProblem.request(folder) { $0.nearlyValid = Self.mutants }

        let report = try await Workshop.builder().build(request).report

        #expect(report.attack == DataSetReport.Attack(tried: 3, refused: 3, escaped: []))
        #expect(report.remarks.isEmpty)
    }

    @Test("is also tried with what is nearly one of the generated inputs")
    func generated() async throws {
        // Given a validator that is strict with inputs as small as the samples only,
        let folder = try Folder()
        let plan = TestPlan(tests: [
            SumProblem.test(1, "small", [("n", "2")], seed: 1), SumProblem.test(2, "larger", [("n", "20")], seed: 2),
        ])
        let specification = try SpecificationParser.parse(
            "version: 1\ninput:\n  - line: {n: {int: 1..1000}}\n  - line: {a: {list: n, of: {int: -100..100}}}\n")
        let request = SumProblem.request(folder, plan: plan) {
            $0.nearlyValid = Self.mutants
            $0.specification = specification
            $0.validator = SumProblem.validator
                .replacing("inf.readEof();", with: "if (n > 3) while (!inf.eof()) inf.readChar(); inf.readEof();")
        }

        // when a data set is made,
        let attack = try await Workshop.builder().build(request).report.attack

        // then what follows a generated input of twenty numbers escapes, and is told of.
        #expect(attack.tried == Self.mutants.count + ValidatorTrial.generatedLimit)
        #expect(attack.escaped.count == attack.tried - attack.refused)
        #expect(attack.escaped.contains { $0.kind == .trailingLine && $0.input.hasPrefix("20") }, "\(attack)")
    }

    @Test("that does not read to the end of the file, or crashes, is told of")
    func lax() async throws {
        let folder = try Folder()
        let request = SumProblem.request(folder) {
            $0.nearlyValid = Self.mutants
            $0.validator = SumProblem.validator
                .replacing("inf.readEof();", with: "while (!inf.eof()) inf.readChar(); inf.readEof();")
                .replacing("inf.readInt(-100, 100, \"a\")", with: "inf.readInt(); if (a > 100) __builtin_trap()")
        }

        let report = try await Workshop.builder().build(request).report

        #expect(report.attack.tried == 3)
        #expect(report.attack.refused == 1)
        #expect(
            report.attack.escaped == [
                DataSetReport.Attack.Escape(kind: .aboveRange, input: "1\n101"),
                DataSetReport.Attack.Escape(kind: .trailingLine, input: "1\n5\n0"),
            ])
        #expect(
            report.remarks.map(\.english) == [
                "The validator does not refuse 2 of 3 nearly valid inputs (above-range, trailing-line)."
            ])
    }
}
