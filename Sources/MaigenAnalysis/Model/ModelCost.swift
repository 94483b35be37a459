/// Money in whatever currency the operator writes prices in, counted in trillionths, so that one token's price is a whole
/// number and sums are exact.
package struct ModelCost: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// 10⁻¹² of the currency's unit.
    package var trillionths: Int64

    package init(trillionths: Int64) { self.trillionths = trillionths }

    /// No money.
    package static let nothing = ModelCost(trillionths: 0)

    /// Reads a decimal number, as `0.27`; nil where `text` is none, is negative, is a million or more, or has more than
    /// twelve digits behind the point.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        let fraction = parts.count > 1 ? parts[1] : ""
        guard (1...6).contains(parts[0].utf8.count), parts.count == 1 || (1...12).contains(fraction.utf8.count),
            (parts[0] + fraction).utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int64(parts[0] + fraction + String(repeating: "0", count: 12 - fraction.utf8.count))
        else { return nil }
        trillionths = number
    }

    /// The sum; sums beyond all money stay at the greatest there is.
    package static func + (left: Self, right: Self) -> Self {
        let (sum, overflow) = left.trillionths.addingReportingOverflow(right.trillionths)
        return Self(trillionths: overflow ? .max : sum)
    }

    package static func - (left: Self, right: Self) -> Self { left + Self(trillionths: -right.trillionths) }

    package static func < (left: Self, right: Self) -> Bool { left.trillionths < right.trillionths }

    /// The decimal number, without zeros at its end.
    package var description: String {
        let (whole, rest) = trillionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000_000)
        let digits = String(repeating: "0", count: 12 - String(rest).count) + String(rest)
        let fraction = String(digits.reversed().drop { $0 == "0" }.reversed())
        return (trillionths < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}

/// What a model's tokens cost.
package struct ModelPrice: Sendable, Hashable {
    /// A million tokens of a prompt.
    package var prompt: ModelCost
    /// A million tokens of an answer.
    package var answer: ModelCost

    package init(prompt: ModelCost, answer: ModelCost) {
        self.prompt = prompt
        self.answer = answer
    }

    /// What `usage` costs, rounded up to the trillionth.
    package func cost(of usage: ModelUsage) -> ModelCost {
        let millions =
            Int128(usage.promptTokens) * Int128(prompt.trillionths)
            + Int128(usage.answerTokens) * Int128(answer.trillionths)
        return ModelCost(trillionths: Int64(clamping: (millions + 999_999) / 1_000_000))
    }
}
