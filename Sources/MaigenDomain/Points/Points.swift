/// An amount of points: whole, possibly negative where it is a change.
package struct Points: Sendable, Hashable, Comparable {
    /// The number.
    package var count: Int64

    /// `count` is within ± 10¹², far from where sums could overflow.
    package init(_ count: Int64) {
        precondition(Self.range.contains(count), "points out of range")
        self.count = count
    }

    /// The amounts that can exist.
    package static let range: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000
    /// None.
    package static let zero = Points(0)

    package static func < (left: Points, right: Points) -> Bool { left.count < right.count }
    package static func + (left: Points, right: Points) -> Points { Points(left.count + right.count) }
    package static func - (left: Points, right: Points) -> Points { Points(left.count - right.count) }
    package static prefix func - (points: Points) -> Points { Points(-points.count) }
}

extension Points: ExpressibleByIntegerLiteral, CustomStringConvertible, Codable {
    package init(integerLiteral count: Int64) { self.init(count) }

    /// The number.
    package var description: String { String(count) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let count = try container.decode(Int64.self)
        guard Self.range.contains(count) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "points out of range")
        }
        self.count = count
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
