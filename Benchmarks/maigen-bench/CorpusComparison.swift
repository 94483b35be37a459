import Foundation

/// Compares outputs as contest checkers do: word by word. How much white space stands between words counts for nothing.
enum CorpusComparison {
    /// Whether two files hold the same words in the same order.
    static func haveSameWords(_ left: String, _ right: String) throws -> Bool {
        let (left, right) = (URL(filePath: left), URL(filePath: right))
        return haveSameWords(
            try Data(contentsOf: left, options: .alwaysMapped), try Data(contentsOf: right, options: .alwaysMapped))
    }

    static func haveSameWords(_ left: Data, _ right: Data) -> Bool {
        left.withUnsafeBytes { left in
            right.withUnsafeBytes { right in
                var (here, there) = (0, 0)
                while true {
                    let one = word(of: left, from: &here)
                    let other = word(of: right, from: &there)
                    guard one.count == other.count else { return false }
                    if one.isEmpty { return true }
                    guard
                        memcmp(left.baseAddress! + one.lowerBound, right.baseAddress! + other.lowerBound, one.count)
                            == 0
                    else { return false }
                }
            }
        }
    }

    /// The next word from `position` on, which moves behind it; empty at the end.
    private static func word(of text: UnsafeRawBufferPointer, from position: inout Int) -> Range<Int> {
        while position < text.count, text[position] <= 0x20 { position += 1 }
        let start = position
        while position < text.count, text[position] > 0x20 { position += 1 }
        return start..<position
    }
}

/// The fewest tests found, greedily, such that whatever some test kills is killed by one of them.
///
/// - Parameter kills: for each program the numbers of the tests that kill it; empty sets are left out of account.
/// - Returns: in the order of choice: the test that kills most of what is left, the first of equals.
func greedyCover(_ kills: [Set<Int>]) -> [Int] {
    var open = kills.filter { !$0.isEmpty }
    var chosen: [Int] = []
    while !open.isEmpty {
        var counts: [Int: Int] = [:]
        for test in open.joined() { counts[test, default: 0] += 1 }
        guard let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key else { break }
        chosen.append(best)
        open.removeAll { $0.contains(best) }
    }
    return chosen
}
