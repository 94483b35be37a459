/// The least and greatest value an expression can take over all legal inputs, as far as is known without reading one.
///
/// Decides where emitted arithmetic needs 128 bits and where a plain `/` is a floor division. Ends outside of 128 bits
/// are cut to its limits.
package struct CppRange: Sendable, Hashable {
    package var least: Int128
    package var greatest: Int128

    /// Swapped ends (an empty range) are put in order, so that the result stays usable.
    package init(_ least: Int128, _ greatest: Int128) {
        self.least = Swift.min(least, greatest)
        self.greatest = Swift.max(least, greatest)
    }

    /// Everything a `long long` holds.
    package static let longLong = CppRange(Int128(Int64.min), Int128(Int64.max))

    /// Whether a `long long` holds every value.
    package var fitsLongLong: Bool { least >= Int128(Int64.min) && greatest <= Int128(Int64.max) }

    /// Whether an end was cut to the limits of 128 bits.
    var isCut: Bool { least == .min || greatest == .max }

    /// The values that a `long long` holds; used for variables, which are stored in one.
    var cutToLongLong: CppRange {
        let limits = CppRange.longLong
        return CppRange(
            Swift.min(Swift.max(least, limits.least), limits.greatest),
            Swift.min(Swift.max(greatest, limits.least), limits.greatest))
    }

    /// The least range that holds both.
    func union(_ other: CppRange) -> CppRange {
        CppRange(Swift.min(least, other.least), Swift.max(greatest, other.greatest))
    }
}

extension CppRange {
    static func + (a: CppRange, b: CppRange) -> CppRange {
        CppRange(saturatingSum(a.least, b.least), saturatingSum(a.greatest, b.greatest))
    }

    static prefix func - (a: CppRange) -> CppRange {
        CppRange(a.greatest == .max ? .min : -a.greatest, a.least == .min ? .max : -a.least)
    }

    static func - (a: CppRange, b: CppRange) -> CppRange { a + -b }

    static func * (a: CppRange, b: CppRange) -> CppRange {
        spanning([
            saturatingProduct(a.least, b.least), saturatingProduct(a.least, b.greatest),
            saturatingProduct(a.greatest, b.least), saturatingProduct(a.greatest, b.greatest),
        ])
    }

    func divided(by b: CppRange) -> CppRange {
        // Around zero the divisors nearest to zero give the extremes.
        var divisors = [b.least, b.greatest].filter { $0 != 0 }
        if b.least <= 1, b.greatest >= 1 { divisors.append(1) }
        if b.least <= -1, b.greatest >= -1 { divisors.append(-1) }
        let quotients = divisors.flatMap { divisor in
            [least, greatest].map { $0 == .min ? ($0 + 1) / divisor : $0 / divisor }
        }
        // Rounding down may be one below the truncated quotient.
        let span = CppRange.spanning(quotients.isEmpty ? [0] : quotients)
        let mayRoundDown = (least < 0 || b.least < 0) && span.least > .min
        return CppRange(mayRoundDown ? span.least - 1 : span.least, span.greatest)
    }

    func remainder(by b: CppRange) -> CppRange {
        if least >= 0, b.least > 0 { return CppRange(0, Swift.min(greatest, b.greatest - 1)) }
        return CppRange(b.least < 0 ? b.least : 0, b.greatest > 0 ? b.greatest : 0)
    }

    func power(_ exponent: CppRange) -> CppRange {
        let size = Swift.max(greatest.magnitude, least.magnitude)
        let base = size > UInt128(Int128.max) ? Int128.max : Int128(size)
        var highest: Int128 = 1
        for _ in 0..<Int(Swift.min(Swift.max(exponent.greatest, 0), 127)) {
            highest = CppRange.saturatingProduct(highest, base)
        }
        highest = Swift.max(highest, 1)
        return CppRange(least < 0 ? -highest : 0, highest)
    }

    var absolute: CppRange {
        if least >= 0 { return self }
        let flipped = -self
        return greatest <= 0 ? flipped : CppRange(0, Swift.max(flipped.greatest, greatest))
    }

    private static func spanning(_ values: [Int128]) -> CppRange {
        CppRange(values.min() ?? 0, values.max() ?? 0)
    }

    private static func saturatingSum(_ a: Int128, _ b: Int128) -> Int128 {
        // A cut end stays cut.
        if a == .max || b == .max { return .max }
        if a == .min || b == .min { return .min }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? (a > 0 ? .max : .min) : sum
    }

    private static func saturatingProduct(_ a: Int128, _ b: Int128) -> Int128 {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? ((a > 0) == (b > 0) ? .max : .min) : product
    }
}
