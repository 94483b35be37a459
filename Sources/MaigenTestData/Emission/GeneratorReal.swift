/// A decimal number's bounds as whole numbers of units of its last decimal.
struct GeneratorReal {
    /// The decimals that are drawn: as many as allowed, as long as the bounds fit into 64 bits.
    private(set) var decimals: Int
    private(set) var minimumDecimals: Int
    private(set) var least: Int128
    private(set) var greatest: Int128
    /// Zeros to append where more decimals must be written than can be drawn.
    private(set) var padding: Int

    init(_ real: Real) {
        decimals = real.maximumDecimals
        least = Self.units(real.lower, decimals: decimals, roundsUp: true)
        greatest = Self.units(real.upper, decimals: decimals, roundsUp: false)
        while decimals > 0, !CppRange(least, greatest).fitsLongLong {
            decimals -= 1
            least = Self.units(real.lower, decimals: decimals, roundsUp: true)
            greatest = Self.units(real.upper, decimals: decimals, roundsUp: false)
        }
        minimumDecimals = min(real.minimumDecimals, decimals)
        padding = max(0, real.minimumDecimals - decimals)
    }

    /// The decimal text times ten to the power of `decimals`, rounded where it has more digits.
    private static func units(_ text: String, decimals: Int, roundsUp: Bool) -> Int128 {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts.first.map(String.init) ?? "0"
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let kept = fraction.prefix(decimals)
        let digits = whole + kept + String(repeating: "0", count: max(0, decimals - kept.count))
        // More than 38 digits cannot be a bound that the parser let through.
        let magnitude = Int128(digits) ?? .max
        let value = isNegative ? -magnitude : magnitude
        let isExact = fraction.dropFirst(decimals).allSatisfy { $0 == "0" }
        // Cutting digits off rounds towards zero.
        if isExact || isNegative == roundsUp { return value }
        return roundsUp ? value + 1 : value - 1
    }
}
