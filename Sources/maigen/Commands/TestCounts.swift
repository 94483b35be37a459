import MaigenDomain
import MaigenTestData

/// How many tests of which strategy were asked for.
struct TestCounts {
    var counts: [StrategyID: Int]

    /// Reads `--test` arguments: `SLUG=COUNT` or `NUMBER=COUNT`, 1 to 20 in total.
    ///
    /// - Returns: nil where there are none, which asks for the default mix.
    init?(_ arguments: [String]) throws(TestCountsError) {
        guard !arguments.isEmpty else { return nil }
        counts = [:]
        for argument in arguments {
            let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let count = Int(parts[1]), count >= 0 else { throw .malformed(argument) }
            let name = String(parts[0])
            let number = Int(name).flatMap { Strategy.withID(StrategyID(rawValue: $0)) }
            guard let strategy = Strategy.named(name) ?? number else { throw .unknownStrategy(name) }
            guard count <= TestPlanner.greatestCount else { throw .total(count) }
            counts[strategy.id, default: 0] += count
        }
        let total = counts.values.reduce(0, +)
        guard (1...TestPlanner.greatestCount).contains(total) else { throw .total(total) }
    }
}

/// Why `--test` arguments make no sense.
enum TestCountsError: Error, Hashable {
    case malformed(String)
    case unknownStrategy(String)
    case total(Int)

    var message: Localized {
        switch self {
        case .malformed(let argument):
            return Localized(
                zh: "--test \(argument)：应写成 策略=个数，例如 --test max-bounds=3",
                en: "--test \(argument): write STRATEGY=COUNT, for example --test max-bounds=3")
        case .unknownStrategy(let name):
            let slugs = Strategy.all.map(\.slug).joined(separator: ", ")
            return Localized(
                zh: "没有策略 “\(name)”；可用的策略：\(slugs)", en: "there is no strategy '\(name)'; there are \(slugs)")
        case .total(let total):
            return Localized(
                zh: "测试点总数是 \(total)，应在 1 到 \(TestPlanner.greatestCount) 之间",
                en: "\(total) tests in total; there must be 1 to \(TestPlanner.greatestCount)")
        }
    }
}
