/// All whole numbers from `least` to `greatest`; nothing where `least > greatest`. Ends beyond ±2¹⁰⁰ stand for infinity.
struct Interval: Hashable {
    var least: Int128
    var greatest: Int128

    private static let infinity: Int128 = 1 << 100
    static let everything = Interval(-infinity, infinity)

    init(_ least: Int128, _ greatest: Int128) {
        self.least = max(-Self.infinity, min(Self.infinity, least))
        self.greatest = max(-Self.infinity, min(Self.infinity, greatest))
    }

    var isEmpty: Bool { least > greatest }
    var isBounded: Bool { least > -Self.infinity && greatest < Self.infinity }

    func intersection(_ other: Interval) -> Interval {
        Interval(max(least, other.least), min(greatest, other.greatest))
    }

    func hull(_ other: Interval) -> Interval {
        Interval(min(least, other.least), max(greatest, other.greatest))
    }

    static func + (left: Interval, right: Interval) -> Interval {
        Interval(left.least + right.least, left.greatest + right.greatest)
    }

    static func - (left: Interval, right: Interval) -> Interval {
        Interval(left.least - right.greatest, left.greatest - right.least)
    }

    static prefix func - (value: Interval) -> Interval { Interval(-value.greatest, -value.least) }

    static func * (left: Interval, right: Interval) -> Interval {
        let products = [left.least, left.greatest].flatMap { a in
            [right.least, right.greatest].map { saturatingProduct(a, $0) }
        }
        return Interval(products.min() ?? 0, products.max() ?? 0)
    }

    static func saturatingProduct(_ left: Int128, _ right: Int128) -> Int128 {
        let (value, overflow) = left.multipliedReportingOverflow(by: right)
        guard overflow else { return value }
        return (left < 0) == (right < 0) ? infinity : -infinity
    }

    /// The whole numbers x for which some y in `divisor` gives x·y in `self`; everything where `divisor` holds zero.
    func exactQuotients(by divisor: Interval) -> Interval {
        guard divisor.least > 0 || divisor.greatest < 0 else { return .everything }
        let ends = [least, greatest].flatMap { a in [divisor.least, divisor.greatest].map { (a, $0) } }
        let ceilings = ends.map { -Self.floor(-$0.0, $0.1) }
        let floors = ends.map { Self.floor($0.0, $0.1) }
        return Interval(ceilings.min() ?? 0, floors.max() ?? 0)
    }

    /// Division rounded towards negative infinity.
    static func floor(_ left: Int128, _ right: Int128) -> Int128 {
        let quotient = left / right
        return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient
    }
}
