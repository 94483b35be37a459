import MaigenDomain
import MaigenTestData

/// What may be tried on top of a data set's own programs: agents' wishes and people's wrong programs. None of it can make a
/// data set fail.
package struct Additions: Sendable {
    /// How single tests should look, by their numbers in the plan.
    package var proposals: [Int: Proposal]
    /// What `proposals` may call.
    package var generators: [ExtraGenerator]
    /// Judges answers, where several are right; C++ on testlib.h.
    package var checker: String?
    /// What the data should tell from a correct program.
    package var rivals: [Rival]
    /// For the report.
    package var remarks: [Localized]

    package init(
        proposals: [Int: Proposal] = [:], generators: [ExtraGenerator] = [], checker: String? = nil,
        rivals: [Rival] = [], remarks: [Localized] = []
    ) {
        self.proposals = proposals
        self.generators = generators
        self.checker = checker
        self.rivals = rivals
        self.remarks = remarks
    }

    /// The wishes of a blueprint, within bounds: whoever wrote it, a worker takes no more than so much.
    package init(_ blueprint: Blueprint) {
        let limit = Blueprint.programLimit
        var names: Set<String> = []
        self.init(
            proposals: Dictionary(blueprint.proposals.map { ($0.test, $0) }, uniquingKeysWith: { first, _ in first }),
            generators: blueprint.generators.filter {
                Self.isName($0.name) && $0.source.utf8.count <= limit && names.insert($0.name).inserted
            }.prefix(Blueprint.generatorLimit).map(\.self),
            checker: blueprint.checker.flatMap { $0.utf8.count <= limit ? $0 : nil },
            rivals: Array(blueprint.rivals.prefix(Blueprint.rivalLimit)), remarks: blueprint.remarks)
    }

    /// Whether `name` can stand in a file's name anywhere.
    private static func isName(_ name: String) -> Bool {
        (1...40).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
