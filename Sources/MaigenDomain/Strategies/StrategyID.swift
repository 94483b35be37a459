/// Which preset strategy a test belongs to: a number that never changes its meaning, and a slug for command lines.
package struct StrategyID: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    package var rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    package static func < (left: StrategyID, right: StrategyID) -> Bool { left.rawValue < right.rawValue }
}
