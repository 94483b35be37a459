/// Finds what "the length" or "each number" speaks of.
enum SubjectResolver {
    private static let universals = ["每", "所有", "each", "every", "all", "All", "Each", "Every", "any"]

    /// The variables; nil where more than one answer is possible.
    static func variables(_ subject: Term.Subject, _ fact: ChainFact, _ table: VariableTable, _ reading: Reading)
        -> [Variable]?
    {
        let isUniversal = universals.contains { fact.evidence.contains($0) }
        switch subject {
        case .stringLength:
            return choose(table.variables.filter { $0.kind == .string }, fact, isUniversal)
        case .everyNumber, .everyAbsolute:
            let numbers = table.variables.filter { $0.kind != .string && $0.kind != .character }
            let lists = numbers.filter { $0.isList }
            // "数列中每个数": of every list, unless the sentence names some.
            let named = lists.filter { list in fact.evidence.contains(list.name.base) }
            let together = named.isEmpty ? lists : named
            let isPlace = Set(together.map(\.blocks)).count == 1
            return choose(
                lists.isEmpty ? numbers : together, fact,
                isUniversal && (lists.isEmpty ? fact.section == .input : fact.section == .constraints && isPlace))
        case .caseCount:
            let counted = reading.features.filter { $0.feature == .caseCount }.map(\.statement)
            return choose(table.variables.filter { counted.contains($0.statement) }, fact, false)
        case .edgeWeight:
            return nil
        }
    }

    private static func choose(_ candidates: [Variable], _ fact: ChainFact, _ all: Bool) -> [Variable]? {
        let here = candidates.filter { $0.statement == fact.statement }
        if here.count == 1 { return here }
        if candidates.count == 1 || (all && !candidates.isEmpty) { return candidates }
        return nil
    }
}
