import Foundation
import MaigenTestData

/// What the validator says about one input: for each variable the least and the greatest value in it.
struct ReachedValues: Sendable, Hashable {
    struct Range: Sendable, Hashable {
        var least: String
        var greatest: String
    }

    var ranges: [String: Range] = [:]

    /// Reads `name least greatest` lines; a line of another form says nothing (a hand-written validator may print
    /// what it likes).
    init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ")
            guard words.count == 3, words[1...].allSatisfy({ Self.number(String($0)) != nil }) else { continue }
            ranges[String(words[0])] = Range(least: String(words[1]), greatest: String(words[2]))
        }
    }

    /// The boundary part of the report: the tests' values against what the specification allows.
    ///
    /// - Parameter tests: what each test reached, with its number, in order.
    static func boundaries(
        _ bounds: [VariableBound], tests: [(number: Int, values: ReachedValues)]
    ) -> [DataSetReport.Boundary] {
        bounds.map { bound in
            var least: DataSetReport.Reached?
            var greatest: DataSetReport.Reached?
            for test in tests {
                guard let range = test.values.ranges[bound.name] else { continue }
                if least.map({ isLess(range.least, $0.value) }) ?? true {
                    least = DataSetReport.Reached(value: range.least, test: test.number)
                }
                if greatest.map({ isLess($0.value, range.greatest) }) ?? true {
                    greatest = DataSetReport.Reached(value: range.greatest, test: test.number)
                }
            }
            return DataSetReport.Boundary(
                name: bound.name, least: bound.least, greatest: bound.greatest, reachedLeast: least,
                reachedGreatest: greatest,
                hitsLeast: least.map { !isLess(bound.least, $0.value) } ?? false,
                hitsGreatest: greatest.map { !isLess($0.value, bound.greatest) } ?? false)
        }
    }

    private static func isLess(_ left: String, _ right: String) -> Bool {
        guard let left = number(left), let right = number(right) else { return false }
        return left < right
    }

    /// A whole or decimal number of at most 38 digits, which is more than any input's numbers have.
    private static func number(_ text: String) -> Decimal? {
        guard text.utf8.count <= 40, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }
}
