/// An exact decimal number with at most 15 digits after the point and at most 18 before it.
///
/// Foundation's Decimal parses leniently; input files need the exact opposite.
package struct DecimalNumber: Sendable, Hashable, Comparable {
    /// The value in units of 10⁻¹⁵.
    private var units: Int128
    /// How many digits stood after the point.
    package var decimals: Int

    private static let scale: Int128 = 1_000_000_000_000_000

    /// Reads `-12.50`: an optional minus (not before zero), digits without a superfluous leading zero, and optionally a point followed
    /// by at least one digit. Nil for anything else.
    package init?(_ text: some StringProtocol) {
        var rest = text[...]
        let isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let isDigit = { (character: Character) in character.isASCII && character.isNumber }
        guard let whole = parts.first, (1...18).contains(whole.count), whole.allSatisfy(isDigit),
            whole.count == 1 || whole.first != "0", let value = Int128(whole)
        else { return nil }
        units = value * Self.scale
        decimals = 0
        if parts.count == 2 {
            let fraction = parts[1]
            guard (1...15).contains(fraction.count), fraction.allSatisfy(isDigit),
                let digits = Int128(fraction + String(repeating: "0", count: 15 - fraction.count))
            else { return nil }
            units += digits
            decimals = fraction.count
        }
        if isNegative {
            guard units != 0 else { return nil }
            units = -units
        }
    }

    /// Without superfluous zeros: `12.5`, `-3`.
    package var text: String {
        var fraction = String(units.magnitude % Self.scale.magnitude)
        fraction = String(repeating: "0", count: 15 - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        let whole = String(units.magnitude / Self.scale.magnitude)
        return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    package static func == (left: DecimalNumber, right: DecimalNumber) -> Bool { left.units == right.units }
    package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool { left.units < right.units }
    package func hash(into hasher: inout Hasher) { hasher.combine(units) }
}
