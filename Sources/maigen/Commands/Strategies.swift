import ArgumentParser
import MaigenDomain
import MaigenTestData

/// `maigen strategies`: the presets.
struct Strategies: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: HelpText.strategies[Console.language])
    }

    @Flag(help: HelpText.json.argument) var json = false

    private struct Entry: Encodable {
        var id: Int
        var slug: String
        var name: Localized
        var description: Localized
        var kills: Localized
        var defaultCount: Int
    }

    func run() throws {
        if json {
            try Console.writeJSON(
                Strategy.all.map {
                    Entry(
                        id: $0.id.rawValue, slug: $0.slug, name: $0.name, description: $0.summary, kills: $0.kills,
                        defaultCount: $0.defaultCount)
                })
            return
        }
        let language = Console.language
        for strategy in Strategy.all {
            Console.write(
                "\(String(strategy.id.rawValue).fitted(to: 3, alignedRight: true))  \(strategy.slug.fitted(to: 18)) \(strategy.name[language])"
            )
            Console.write("     \(strategy.summary[language])")
            Console.write("     \(HelpText.kills[language])\(strategy.kills[language])")
        }
    }
}
