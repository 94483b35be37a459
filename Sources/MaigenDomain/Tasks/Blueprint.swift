/// What a data set is made by: what analysis hands to execution.
///
/// The input specification alone is a whole blueprint. Everything beside it is an agent's wish, which execution tries in
/// the sandbox: what does not hold there is dropped, said in the report, and costs nothing but its own advantage.
package struct Blueprint: Sendable, Hashable {
    /// The input specification (YAML), which has read every sample.
    package var specification: String
    /// How single tests of the plan should look, at most one each.
    package var proposals: [Proposal]
    /// Generators that `proposals` may call beside the specification's own.
    package var generators: [ExtraGenerator]
    /// C++ on testlib.h: `checker input output answer`, where several answers are right.
    package var checker: String?
    /// Programs that good data tells from a correct one.
    package var rivals: [Rival]
    /// What readers of the report should know about how the specification came about.
    package var remarks: [Localized]
    /// How often agents' work was executed before in this try of the task: 0, 1, 2.
    package var round: Int
    /// Whether somebody can do better once it is known what went wrong. Rules cannot.
    package var isMendable: Bool
    /// What models used so far, in all rounds, by agent.
    package var account: [AgentUsage]

    package init(
        specification: String, proposals: [Proposal] = [], generators: [ExtraGenerator] = [], checker: String? = nil,
        rivals: [Rival] = [], remarks: [Localized] = [], round: Int = 0, isMendable: Bool = false,
        account: [AgentUsage] = []
    ) {
        self.specification = specification
        self.proposals = proposals
        self.generators = generators
        self.checker = checker
        self.rivals = rivals
        self.remarks = remarks
        self.round = round
        self.isMendable = isMendable
        self.account = account
    }

    /// The most bytes of one program that an agent writes.
    package static let programLimit = 16 << 10
    /// The most generators beside the specification's own.
    package static let generatorLimit = 4
    /// The most rivals, an agent's and people's together.
    package static let rivalLimit = 20
}

/// How one test of the plan should look.
package struct Proposal: Sendable, Hashable, Codable {
    /// The test's number in the plan.
    package var test: Int
    /// What the test is for.
    package var purpose: Localized
    /// `name=value` arguments of the generator.
    package var settings: [String]
    /// The name of an `ExtraGenerator`; nil for the specification's own.
    package var generator: String?

    package init(test: Int, purpose: Localized, settings: [String], generator: String? = nil) {
        self.test = test
        self.purpose = purpose
        self.settings = settings
        self.generator = generator
    }
}

/// A generator for inputs that the specification's own cannot build.
package struct ExtraGenerator: Sendable, Hashable, Codable {
    /// Lower case letters, digits and hyphens: `generator-NAME.cpp` in the ZIP.
    package var name: String
    /// C++17 on testlib.h; called as the specification's own: `generator-NAME <slug> [name=value …] <seed>`.
    package var source: String

    package init(name: String, source: String) {
        self.name = name
        self.source = source
    }
}

/// A program that is no solution, though it looks like one.
package struct Rival: Sendable, Hashable, Codable {
    /// What it is meant to do wrong.
    package enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// It answers wrongly.
        case wrong
        /// It takes too long.
        case slow
        /// It crashes.
        case crashing
        /// Nobody says.
        case unknown
    }

    /// Who wrote it.
    package enum Origin: String, Sendable, Hashable, CaseIterable, Codable {
        /// The person who wants the data.
        case person
        /// The wrong-solution agent.
        case agent
    }

    /// What people call it: one short line.
    package var name: String
    package var kind: Kind
    package var origin: Origin
    /// C++ in the standard program's dialect.
    package var source: String

    package init(name: String, kind: Kind, origin: Origin, source: String) {
        self.name = name
        self.kind = kind
        self.origin = origin
        self.source = source
    }
}

/// What an agent's model used.
package struct AgentUsage: Sendable, Hashable, Codable {
    package var agent: Agent
    package var promptTokens: Int
    package var answerTokens: Int

    package init(agent: Agent, promptTokens: Int, answerTokens: Int) {
        self.agent = agent
        self.promptTokens = promptTokens
        self.answerTokens = answerTokens
    }
}

extension Blueprint: Codable {
    private enum CodingKeys: CodingKey {
        case specification, proposals, generators, checker, rivals, remarks, round, isMendable, account
    }

    /// Also reads what was written before there were blueprints: the bare specification.
    package init(from decoder: any Decoder) throws {
        guard let container = try? decoder.container(keyedBy: CodingKeys.self) else {
            // No object: a text, or no blueprint at all, which the next line says.
            self.init(specification: try decoder.singleValueContainer().decode(String.self))
            return
        }
        func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
            try container.decodeIfPresent([Element].self, forKey: key) ?? []
        }
        self.init(
            specification: try container.decode(String.self, forKey: .specification),
            proposals: try list(.proposals), generators: try list(.generators),
            checker: try container.decodeIfPresent(String.self, forKey: .checker), rivals: try list(.rivals),
            remarks: try list(.remarks), round: try container.decodeIfPresent(Int.self, forKey: .round) ?? 0,
            isMendable: try container.decodeIfPresent(Bool.self, forKey: .isMendable) ?? false,
            account: try list(.account))
    }
}
