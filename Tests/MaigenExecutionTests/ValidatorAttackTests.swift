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
