/// The features of a statement and which of them the specification has used.
struct FeatureLedger: Sendable {
    private(set) var facts: [FeatureFact]
    private var used: Set<Int> = []

    init(_ facts: [FeatureFact]) {
        self.facts = facts
    }

    /// Whether a feature is stated, used or not.
    func has(_ feature: Feature) -> Bool { facts.contains { $0.feature == feature && $0.isUsable } }

    func has(_ feature: Feature, in statement: Int) -> Bool {
        facts.contains { $0.feature == feature && $0.statement == statement }
    }

    /// Marks all facts of a feature as used and tells whether there were any.
    mutating func use(_ feature: Feature) -> Bool {
        var found = false
        for (index, fact) in facts.enumerated() where fact.feature == feature && fact.isUsable {
            used.insert(index)
            found = true
        }
        // Said elsewhere without doubt: then a doubtful mention says nothing new.
        if found { for (index, fact) in facts.enumerated() where fact.feature == feature { used.insert(index) } }
        return found
    }

    /// Marks all facts of a feature as used, doubtful ones too: another structure implies it.
    mutating func absorb(_ feature: Feature) {
        for (index, fact) in facts.enumerated() where fact.feature == feature { used.insert(index) }
    }

    /// The first unused fact that satisfies the condition, now used.
    mutating func take(_ condition: (FeatureFact) -> Bool) -> FeatureFact? {
        guard
            let index = facts.indices.first(where: { !used.contains($0) && facts[$0].isUsable && condition(facts[$0]) })
        else { return nil }
        used.insert(index)
        return facts[index]
    }

    /// The facts that speak of `variable`, now used.
    mutating func takeAll(about variable: Variable, _ table: VariableTable, where condition: (Feature) -> Bool)
        -> [FeatureFact]
    {
        var result: [FeatureFact] = []
        for (index, fact) in facts.enumerated()
        where condition(fact.feature) && fact.isUsable && fact.isAbout(variable, table) {
            used.insert(index)
            result.append(fact)
        }
        return result
    }

    /// Whether something is said of the list that a matrix cannot say.
    func hasListFeatures(_ variable: Variable, _ table: VariableTable) -> Bool {
        facts.contains { fact in
            switch fact.feature {
            case .distinct, .order, .permutation: fact.isUsable && fact.isAbout(variable, table)
            default: false
            }
        }
    }

    var unused: [FeatureFact] { facts.indices.filter { !used.contains($0) }.map { facts[$0] } }
}

extension FeatureFact {
    /// Whether the fact speaks of the variable: by name; else as the only candidate of its sentence or of the input.
    func isAbout(_ variable: Variable, _ table: VariableTable) -> Bool {
        guard isPossible(for: variable) else { return false }
        if case .decimals = feature, variable.kind != .real, names.isEmpty,
            table.variables.contains(where: { $0.kind == .real })
        {
            return false
        }
        if case .decimals = feature, section == .input, statement == variable.statement { return true }
        if describesRun {
            let runs = table.variables.filter { $0.isList && $0.statement == statement }
            return runs.count == 1 && runs[0].identifier == variable.identifier
        }
        // "均只包含小写字母" speaks of all strings, not only of the name before it.
        if isUniversal, names.count <= 1 { return true }
        let known = names.filter { name in table.variables.contains { $0.name.base == name.base && isPossible(for: $0) }
        }
        if !known.isEmpty { return known.contains { $0.base == variable.name.base } }
        let candidates = table.variables.filter { isPossible(for: $0) }
        let here = candidates.filter { $0.statement == statement }
        if !here.isEmpty, section == .input {
            if here.count == 1 { return here[0].identifier == variable.identifier }
            return isUniversal
        }
        if candidates.count == 1 { return true }
        return isUniversal
    }

    private var isUniversal: Bool {
        switch feature {
        case .alphabet, .decimals:
            return ["每", "所有", "各", "each", "every", "all", "All", "Each", "Every", "both", "Both", "均", "都"].contains {
                evidence.contains($0)
            }
        default: return false
        }
    }

    private func isPossible(for variable: Variable) -> Bool {
        switch feature {
        case .distinct, .order, .permutation:
            variable.isList || (variable.isRowField && (!variable.name.subscripts.isEmpty || variable.kind == .string))
        case .alphabet, .nonEmpty: variable.kind == .string || variable.kind == .character
        case .decimals: variable.kind == .real || variable.kind == .number
        case .parent: variable.isList
        default: false
        }
    }

    /// Structures may be named by a clause that asks; properties may not.
    var isUsable: Bool {
        switch feature {
        case .tree, .graph, .edge, .numbered, .alphabet, .marker, .mayLoops, .mayMultipleEdges: true
        default: mood == .assertion
        }
    }

    /// Whether the statement is misread when nothing has used the fact.
    func mattersAlone(_ table: VariableTable, hasGraph: Bool) -> Bool {
        switch mood {
        case .question: return false
        case .possibility:
            // "any two towns can reach each other" may be given or asked for.
            switch feature {
            case .connected, .acyclic, .bipartite, .noLoops, .noMultipleEdges: return hasGraph
            default: return false
            }
        case .assertion: break
        }
        switch feature {
        case .harmless, .numbered, .numberedUpTo: return false
        case .kind(let kind, _):
            // Of the story's names, or of values the layout knows as something else.
            return kind != .integer && section == .constraints
                && !names.allSatisfy { name in table.variables.contains { $0.name.base == name.base && $0.kind == kind }
                }
        // Roads and parents of a story are not yet a structure; of the input section they are.
        case .edge, .parent, .directed, .undirected: return section != .description
        // No string is empty unless a bound says so.
        case .nonEmpty: return false
        case .alphabet: return table.variables.contains { $0.kind == .string || $0.kind == .character }
        case .decimals:
            return section != .description || table.variables.contains { $0.kind == .real || $0.kind == .number }
        case .mayLoops, .mayMultipleEdges: return section != .description
        default: return true
        }
    }
}
