import MaigenDomain

/// Ties comparisons to variables.
struct BoundReader {
    let table: VariableTable
    let resolver: TermResolver
    let reading: Reading
    var bounds = BoundTable()
    let order: [String: Int]
    let subscripts: Set<String>

    static func read(_ reading: Reading, _ table: VariableTable) -> BoundTable {
        var reader = BoundReader(reading, table)
        for fact in reading.chains { reader.read(fact) }
        reader.readEntries()
        reader.readTables()
        reader.readNumbers()
        reader.readWorded()
        return reader.bounds
    }

    private init(_ reading: Reading, _ table: VariableTable) {
        self.reading = reading
        self.table = table
        resolver = TermResolver(table: table)
        order = Dictionary(uniqueKeysWithValues: table.variables.enumerated().map { ($1.identifier, $0) })
        var letters: Set<String> = []
        for variable in table.variables {
            for part in variable.name.subscripts { for name in part.names { letters.insert(name.base) } }
        }
        for fact in reading.chains {
            for operand in fact.chain.operands {
                for name in operand.names {
                    for part in name.subscripts { for inner in part.names { letters.insert(inner.base) } }
                }
            }
        }
        subscripts = letters.filter { letter in !table.variables.contains { $0.name.base == letter } }
    }

    // MARK: one chain

    mutating func read(_ fact: ChainFact) {
        let operands = fact.chain.operands
        let names = operands.reduce(into: Set<VariableName>()) { $0.formUnion($1.names) }
        if isAboutSubscripts(operands) { return }
        let unknown = names.filter { !isKnown($0) }
        if fact.section == .description {
            // The story may compare things that are not in the input, or ask for a property.
            if !unknown.isEmpty || fact.isHypothetical { return }
            if operands.contains(.subject(.stringLength)), !isAboutTheString(operands, fact) { return }
        }
        // What a line asks for or means may speak of things that are not read.
        if fact.section == .input, fact.isExplanation, !unknown.isEmpty { return }
        guard unknown.isEmpty else {
            return complain(
                fact, zh: "不等式中的 \(unknown.map(\.base).sorted().joined(separator: ", ")) 不是输入中的变量",
                en:
                    "\(unknown.map(\.base).sorted().joined(separator: ", ")) in the comparison is not a variable of the input"
            )
        }
        guard let chain = Self.ascending(fact.chain) else {
            return complain(fact, zh: "不等号方向不一致", en: "the comparison signs point both ways")
        }
        if chain.operands.allSatisfy(\.isConstant) {
            return complain(fact, zh: "不等式里没有变量", en: "the comparison speaks of no variable")
        }
        if chain.operands.contains(.subject(.caseCount)), countsOpenRows(chain, fact) { return }
        for index in chain.comparisons.indices { readPair(chain, index, fact) }
        for index in chain.operands.indices { readOperand(chain, index, fact) }
    }

    /// "数据组数不超过 100" where no value counts the test cases: they end as the statement says.
    mutating func countsOpenRows(_ chain: Chain, _ fact: ChainFact) -> Bool {
        guard let place = chain.operands.firstIndex(of: .subject(.caseCount)), place + 1 < chain.operands.count,
            let limit = chain.operands[place + 1].constant, chain.comparisons[place] == .lessOrEqual,
            place == 0 || chain.operands[place - 1].constant.map({ $0 <= 1 }) == true,
            SubjectResolver.variables(.caseCount, fact, table, reading) == nil
        else { return false }
        bounds.features.append(
            FeatureFact(
                feature: .atMostRows(limit), names: [], statement: fact.statement, evidence: fact.evidence,
                section: fact.section))
        return true
    }

    /// `1 ≤ i < j ≤ n`: which elements a sentence is about.
    func isAboutSubscripts(_ operands: [Term]) -> Bool {
        let hasSubscript = operands.contains { operand in
            if case .name(let name) = operand { return name.subscripts.isEmpty && subscripts.contains(name.base) }
            return false
        }
        guard hasSubscript else { return false }
        return operands.allSatisfy { $0.names.allSatisfy { $0.subscripts.isEmpty } }
    }

    /// "a string of length at most 1000" of the story is the input's only string.
    func isAboutTheString(_ operands: [Term], _ fact: ChainFact) -> Bool {
        operands.allSatisfy { !$0.hasSubject || $0 == .subject(.stringLength) }
            && table.variables.filter { $0.kind == .string }.count == 1
            && !["子串", "子序列", "前缀", "后缀", "子段", "substring", "subsequence", "prefix", "suffix"].contains {
                fact.evidence.contains($0)
            }
    }

    func isKnown(_ name: VariableName) -> Bool {
        if !table.variables.filter({ $0.name.base == name.base }).isEmpty { return true }
        if subscripts.contains(name.base) { return true }
        return resolver.expression(.name(name)) != nil
    }

    /// The chain with all signs pointing one way: `≤`, `<`, `=`, `≠`.
    static func ascending(_ chain: Chain) -> Chain? {
        let hasUp = chain.comparisons.contains { $0 == .lessOrEqual || $0 == .less }
        let hasDown = chain.comparisons.contains { $0 == .greaterOrEqual || $0 == .greater }
        guard hasDown else { return chain }
        guard !hasUp else { return nil }
        let comparisons: [Condition.Comparison] = chain.comparisons.reversed().map {
            switch $0 {
            case .greaterOrEqual: .lessOrEqual
            case .greater: .less
            case .lessOrEqual, .less, .equal, .notEqual: $0
            }
        }
        return Chain(operands: chain.operands.reversed(), comparisons: comparisons)
    }

    /// What an operand speaks of, where it is one quantity.
    enum Quantity {
        case value([Variable])
        case magnitude([Variable])
        case length([Variable])
    }

    func quantity(_ term: Term, _ fact: ChainFact) -> Quantity? {
        switch term {
        case .name(let name):
            let found = table.matching(name)
            return found.isEmpty ? nil : .value(found)
        case .absolute(.name(let name)):
            let found = table.matching(name)
            if found.isEmpty { return nil }
            return found.allSatisfy { $0.kind == .string } ? .length(found) : .magnitude(found)
        case .length(.name(let name)):
            let found = table.matching(name).filter { $0.kind == .string }
            return found.isEmpty ? nil : .length(found)
        case .subject(let subject):
            return SubjectResolver.variables(subject, fact, table, reading).flatMap { variables in
                switch subject {
                case .stringLength: .length(variables)
                case .everyAbsolute: .magnitude(variables)
                case .everyNumber, .caseCount, .edgeWeight: .value(variables)
                }
            }
        default: return nil
        }
    }

    // MARK: bounds from one operand's point of view

    mutating func readOperand(_ chain: Chain, _ index: Int, _ fact: ChainFact) {
        let operand = chain.operands[index]
        if case .sum = operand { return readTotal(chain, index, fact) }
        guard let quantity = quantity(operand, fact) else {
            if operand.hasSubject {
                complain(fact, zh: "不清楚这句话说的是哪个变量", en: "it is not clear which variable this speaks of")
            }
            return
        }
        switch quantity {
        case .value(let variables):
            for variable in variables {
                if let limit = limit(chain, from: index, step: -1, for: variable, fact) { lowers(variable, limit) }
                if let limit = limit(chain, from: index, step: 1, for: variable, fact) { uppers(variable, limit) }
            }
        case .length(let variables):
            for variable in variables {
                if let limit = limit(chain, from: index, step: -1, for: variable, fact) { lowers(variable, limit) }
                if let limit = limit(chain, from: index, step: 1, for: variable, fact) { uppers(variable, limit) }
            }
        case .magnitude(let variables):
            for variable in variables {
                if let upper = limit(chain, from: index, step: 1, for: variable, fact) {
                    uppers(variable, upper)
                    lowers(
                        variable,
                        .init(
                            expression: upper.expression.negation,
                            decimal: upper.decimal.map { $0.hasPrefix("-") ? String($0.dropFirst()) : "-" + $0 },
                            evidence: upper.evidence))
                }
                if let lower = limit(chain, from: index, step: -1, for: variable, fact), lower.expression != 0 {
                    guard !variable.isList else {
                        complain(
                            fact, zh: "绝对值的下界无法用于数组", en: "a lower bound of an absolute value cannot be used for a list"
                        )
                        continue
                    }
                    relation([lower.expression, .call(.abs, [.variable(variable.identifier)])], [.lessOrEqual], fact)
                }
            }
        }
    }

    mutating func lowers(_ variable: Variable, _ limit: BoundTable.Limit) {
        bounds.lowers[variable.identifier, default: []].append(limit)
    }
    mutating func uppers(_ variable: Variable, _ limit: BoundTable.Limit) {
        bounds.uppers[variable.identifier, default: []].append(limit)
    }

    /// The nearest operand on one side that is known before the variable is read, moved by the strict signs between.
    func limit(_ chain: Chain, from index: Int, step: Int, for variable: Variable, _ fact: ChainFact)
        -> BoundTable.Limit?
    {
        var strict: Int128 = 0
        var position = index
        var isImplied: Bool { abs(position - index) > 1 }
        while true {
            let sign = step > 0 ? position : position - 1
            guard chain.comparisons.indices.contains(sign) else { return nil }
            switch chain.comparisons[sign] {
            case .less, .greater: strict += 1
            case .lessOrEqual, .greaterOrEqual, .equal: break
            case .notEqual: return nil
            }
            position += step
            let operand = chain.operands[position]
            if let decimal = operand.decimalText, variable.kind == .real || operand.constant == nil {
                guard strict == 0 else { return nil }
                return .init(
                    expression: operand.constant.map { .integer($0) } ?? 0, decimal: decimal, evidence: fact.evidence,
                    isImplied: isImplied)
            }
            guard let expression = resolver.expression(operand, in: variable), isAvailable(expression, to: variable)
            else { continue }
            return .init(
                expression: TermResolver.shifted(expression, by: step > 0 ? -strict : strict), decimal: nil,
                evidence: fact.evidence,
                isImplied: isImplied)
        }
    }

    /// Whether every variable in the expression is read before `variable`, and visible there.
    func isAvailable(_ expression: Expression, to variable: Variable) -> Bool {
        let place = order[variable.identifier] ?? 0
        return expression.variables.allSatisfy { name in
            if variable.isList && name == TermResolver.index(of: variable) && order[name] == nil { return true }
            guard let other = order[name] else { return false }
            return other < place && variable.blocks.starts(with: table.variables[other].blocks)
        }
    }

    // MARK: pairs of neighbours

    /// Turns a pair into a relation where no variable takes the other side as its bound.
    mutating func readPair(_ chain: Chain, _ index: Int, _ fact: ChainFact) {
        let (left, right) = (chain.operands[index], chain.operands[index + 1])
        let comparison = chain.comparisons[index]
        if case .name(let a) = left, case .name(let b) = right, a.base == b.base, let variable = table.firstMatching(a)
        {
            if readSelfComparison(variable, a, b, comparison, fact) { return }
        }
        if left.isSum || right.isSum { return }
        if comparison != .notEqual {
            if left.isConstant && quantity(right, fact) != nil { return }
            if right.isConstant && quantity(left, fact) != nil { return }
            if takes(right, as: left, fact) || takes(left, as: right, fact) { return }
        }
        guard let leftExpression = resolver.expression(left), let rightExpression = resolver.expression(right) else {
            return complain(fact, zh: "这个关系无法表达", en: "this relation cannot be expressed")
        }
        if leftExpression.variables.union(rightExpression.variables).isEmpty { return }
        relation([leftExpression, rightExpression], [comparison], fact)
    }

    /// Whether every variable of `operand` can use `other` as its bound.
    func takes(_ other: Term, as operand: Term, _ fact: ChainFact) -> Bool {
        guard let quantity = quantity(operand, fact) else { return false }
        let variables =
            switch quantity {
            case .value(let variables), .magnitude(let variables), .length(let variables): variables
            }
        return variables.allSatisfy { variable in
            resolver.expression(other, in: variable).map { isAvailable($0, to: variable) } ?? false
        }
    }

    /// `a_i ≤ a_{i+1}`, `a_i ≠ a_j`.
    mutating func readSelfComparison(
        _ variable: Variable, _ left: VariableName, _ right: VariableName, _ comparison: Condition.Comparison,
        _ fact: ChainFact
    ) -> Bool {
        guard variable.isList || variable.isRowField, let a = left.subscripts.last, let b = right.subscripts.last,
            a != b, left.number == nil, right.number == nil
        else { return false }
        let isNext = TermArithmetic.minus(b, a) == .number(1)
        let feature: Feature
        switch (comparison, isNext) {
        case (.lessOrEqual, true): feature = .order(.nondecreasing)
        case (.less, true): feature = .order(.increasing)
        case (.notEqual, false): feature = .distinct
        default:
            complain(
                fact, zh: "同一数组元素之间的这种关系无法表达", en: "this relation between elements of one list cannot be expressed")
            return true
        }
        bounds.features.append(
            FeatureFact(
                feature: feature, names: [left], statement: fact.statement, evidence: fact.evidence,
                section: fact.section))
        return true
    }

    mutating func relation(_ operands: [Expression], _ comparisons: [Condition.Comparison], _ fact: ChainFact) {
        let condition = Condition.comparison(operands, comparisons)
        let deepest =
            condition.variables.compactMap { order[$0] }.map { table.variables[$0].blocks }.max { $0.count < $1.count }
            ?? []
        for name in condition.variables {
            guard let place = order[name], deepest.starts(with: table.variables[place].blocks),
                !table.variables[place].isList || isAggregate(name, operands)
            else {
                return complain(
                    fact, zh: "这个关系涉及的变量不在同一处", en: "the variables of this relation are not read in one place")
            }
        }
        bounds.relations.append(.init(condition: condition, evidence: fact.evidence))
    }

    func isAggregate(_ name: String, _ operands: [Expression]) -> Bool {
        operands.contains { operand in
            if case .aggregate(_, name) = operand { return true }
            return false
        }
    }

    // MARK: sums

    mutating func readTotal(_ chain: Chain, _ index: Int, _ fact: ChainFact) {
        guard case .sum(let body, let upper) = chain.operands[index] else { return }
        if let product = product(body, fact), upper == nil, index < chain.comparisons.count,
            chain.comparisons[index] != .notEqual, let limit = resolver.expression(chain.operands[index + 1])
        {
            let shifted = TermResolver.shifted(limit, by: chain.comparisons[index] == .less ? -1 : 0)
            bounds.totals.append(
                .init(
                    identifier: "", product: product, isLength: false, isWithin: false, limit: shifted,
                    evidence: fact.evidence))
            return
        }
        guard index < chain.comparisons.count, let quantity = quantity(body, fact),
            let limit = resolver.expression(chain.operands[index + 1])
        else { return complain(fact, zh: "总和的限制无法理解", en: "the bound of this sum cannot be understood") }
        let shifted = TermResolver.shifted(limit, by: chain.comparisons[index] == .less ? -1 : 0)
        let variables: [Variable]
        let isLength: Bool
        switch quantity {
        case .value(let found): (variables, isLength) = (found, false)
        case .length(let found): (variables, isLength) = (found, true)
        case .magnitude:
            return complain(fact, zh: "绝对值之和的限制无法表达", en: "a bound of a sum of absolute values cannot be expressed")
        }
        for variable in variables {
            bounds.totals.append(
                .init(
                    identifier: variable.identifier, isLength: isLength, isWithin: upper != nil && variable.isList,
                    limit: shifted, evidence: fact.evidence))
        }
    }

    /// `n·m`, `n^2`: a product of single values that are read in one place.
    private func product(_ body: Term, _ fact: ChainFact) -> Expression? {
        guard quantity(body, fact) == nil, let expression = resolver.expression(body) else { return nil }
        switch expression {
        case .binary(.times, _, _), .binary(.power, _, _): break
        default: return nil
        }
        let factors = expression.variables.compactMap { name in order[name].map { table.variables[$0] } }
        guard let first = factors.first, factors.count == expression.variables.count,
            factors.allSatisfy({ !$0.isList && $0.kind != .string && $0.blocks == first.blocks })
        else { return nil }
        return expression
    }

    // MARK: comparisons beside their entry

    mutating func readEntries() {
        for variable in table.variables {
            for bound in variable.entry.bounds {
                let operand: Term =
                    bound.isAbsolute
                    ? .absolute(.name(variable.name))
                    : (variable.kind == .string ? .length(.name(variable.name)) : .name(variable.name))
                read(
                    ChainFact(
                        chain: Chain(operands: [operand, bound.term], comparisons: [bound.comparison]),
                        statement: variable.statement,
                        evidence: variable.entry.evidence, section: .input, isHypothetical: false))
            }
        }
    }

    mutating func complain(_ fact: ChainFact, zh: String, en: String) {
        bounds.problems.append(.init(reason: Localized(zh: zh, en: en), words: fact.evidence))
    }
}

extension Term {
    var isSum: Bool {
        if case .sum = self { return true }
        return false
    }

    /// A constant as decimal text.
    var decimalText: String? {
        switch self {
        case .decimal(let text): text
        case .negated(.decimal(let text)): "-" + text
        default: constant.map { "\($0)" }
        }
    }
}

extension Expression {
    var negation: Expression {
        switch self {
        case .integer(let value): .integer(-value)
        case .negated(let inner): inner
        default: constant.map { .integer(-$0) } ?? .negated(self)
        }
    }
}
