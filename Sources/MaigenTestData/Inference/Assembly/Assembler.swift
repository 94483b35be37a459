import MaigenDomain

/// Puts layout, bounds and features together into a specification.
///
/// Where something is missing, a placeholder takes its place and a problem says so: the result is then only good as a
/// skeleton to complete by hand.
struct Assembler {
    /// Readings between which only the samples can decide.
    struct Variant: Sendable, Hashable {
        /// "m characters" stand apart.
        var charactersAreSpaced = false
        /// The number of the first vertex, where nothing says it.
        var firstVertex = 1
    }

    struct Result: Sendable {
        var specification: InputSpecification
        var problems: [BoundTable.Problem]
        var assumptions: [Localized]
        var facts: [AnalysisFact]
        /// Whether another variant would give another specification.
        var dependsOnSpacing: Bool
        var dependsOnFirstVertex: Bool
    }

    let reading: Reading
    let table: VariableTable
    var bounds: BoundTable
    let resolver: TermResolver
    let variant: Variant
    var features: FeatureLedger
    var problems: [BoundTable.Problem] = []
    var assumptions: [Localized] = []
    var facts: [AnalysisFact] = []
    var dependsOnSpacing = false
    var dependsOnFirstVertex = false
    var hasGraph = false
    /// Lists of n distinct values from 1 to n: permutations in all but name.
    var wholeLists: Set<String> = []
    private var usedRelations: Set<Int> = []
    private var usedTotals: Set<Int> = []
    var predicates: [Predicate] = []

    static func assemble(
        _ nodes: [LayoutNode], _ reading: Reading, _ table: VariableTable, _ bounds: BoundTable, title: String,
        answers: [String],
        variant: Variant
    ) -> Result {
        var assembler = Assembler(reading, table, bounds, variant)
        let items = assembler.items(nodes, isOutermost: true)
        let block = assembler.block(items, variables: table.variables.filter { $0.blocks.count == 1 })
        assembler.finish()
        return Result(
            specification: InputSpecification(
                title: title, body: block, predicates: assembler.predicates, answers: answers),
            problems: assembler.problems, assumptions: assembler.assumptions, facts: assembler.facts,
            dependsOnSpacing: assembler.dependsOnSpacing, dependsOnFirstVertex: assembler.dependsOnFirstVertex)
    }

    private init(_ reading: Reading, _ table: VariableTable, _ bounds: BoundTable, _ variant: Variant) {
        self.reading = reading
        self.table = table
        self.bounds = bounds
        self.variant = variant
        resolver = TermResolver(table: table)
        features = FeatureLedger(reading.features + bounds.features)
    }

    // MARK: items

    mutating func items(_ nodes: [LayoutNode], isOutermost: Bool) -> [Item] {
        var result: [Item] = []
        var lastLine: LayoutLine?
        for node in nodes {
            switch node {
            case .line(let line):
                result.append(self.line(line))
                lastLine = line
            case .rows(let count, let line):
                result.append(rows(count, line))
            case .forms(let count, let forms):
                result.append(self.forms(count, forms))
            case .optional(let name, let value, let inner):
                result.append(optional(name, value, inner))
            case .cases(let inner):
                result.append(cases(inner, after: lastLine))
            }
        }
        return result
    }

    /// A block that is there where a value read before has a certain value.
    private mutating func optional(_ name: VariableName, _ value: Int128, _ nodes: [LayoutNode]) -> Item {
        let inner = items(nodes, isOutermost: false)
        guard let variable = table.firstMatching(name), !variable.isList else {
            problem("条件里的 \(name.base) 不是已经读入的变量", "\(name.base) of the condition has not been read before", nil)
            return .optional(Optionality(when: nil, body: Block(inner)))
        }
        let condition = Condition.comparison([.variable(variable.identifier), .integer(value)], [.equal])
        return .optional(Optionality(when: condition, body: Block(inner)))
    }

    private mutating func line(_ line: LayoutLine) -> Item {
        checkNames(line)
        if line.entries.count == 1, let variable = variables(of: line).first, let tree = parentTree(variable) {
            return .tree(tree)
        }
        if line.entries.count == 1, let variable = variables(of: line).first, variable.kind == .character,
            variable.isList
        {
            // "m characters" on one line are a string, or words apart.
            dependsOnSpacing = true
            if !variant.charactersAreSpaced { return .line([characterString(variable)]) }
        }
        return .line(variables(of: line).map { field($0) })
    }

    /// The number of names must be the number of values.
    private mutating func checkNames(_ line: LayoutLine) {
        if line.entries.isEmpty { problem("没有读出这一行有什么", "what stands on this line could not be read", line.statement) }
        for entry in line.entries {
            if entry.names.isEmpty {
                problem(
                    "有几个值没有名字，分不清各自的范围", "some values have no names, so that their ranges cannot be told apart",
                    entry.statement)
            } else if let count = entry.count?.constant, !entry.isList, count != Int128(entry.names.count) {
                problem(
                    "说有 \(count) 个值，却列出 \(entry.names.count) 个名字",
                    "\(count) values are announced, but \(entry.names.count) names are listed", entry.statement)
            } else if entry.isList, entry.names.count > 1 {
                problem("不清楚哪些名字属于这些值", "it is not clear which names belong to these values", entry.statement)
            }
        }
    }

    /// The variables a line reads, in order.
    func variables(of line: LayoutLine) -> [Variable] {
        var remaining = table.variables.filter { variable in
            line.entries.contains { $0.names.contains(variable.name) && $0.statement == variable.statement }
        }
        return line.entries.flatMap(\.names).compactMap { name in
            remaining.firstIndex { $0.name == name }.map { remaining.remove(at: $0) }
        }
    }

    private mutating func rows(_ count: Term?, _ line: LayoutLine) -> Item {
        checkNames(line)
        let fields = variables(of: line)
        guard let count else {
            return .repetition(.init(.rows, count: terminatedCount(line.statement), body: rowBlock(fields)))
        }
        guard let times = resolver.expression(count) else {
            problem(
                "行数 \(count.shown) 不是已经读入的变量", "the number of lines, \(count.shown), has not been read before",
                line.statement)
            return .repetition(Repetition(.rows, count: .times(.variable("missing")), body: rowBlock(fields)))
        }
        if let item = edgeStructure(fields, times, line) { return item }
        if fields.count == 1, let only = fields.first {
            let isList = only.kind == .string && features.hasListFeatures(only, table)
            if !isList, let grid = grid(only, times) { return .grid(grid) }
            if only.isList, only.kind != .string, only.kind != .character,
                let columns = only.count.flatMap({ resolver.expression($0) }),
                !features.hasListFeatures(only, table)
            {
                matrixFact(only)
                return .matrix(Matrix(name: only.identifier, rows: times, columns: columns, element: value(only)))
            }
            if !only.isList, !only.name.subscripts.isEmpty || isList, only.name.number == nil {
                var list = List(length: times, of: value(only), separator: .newline)
                decorate(&list, only)
                if list.total == nil { list.total = lengthTotal(only, times) }
                return .line([Field(only.identifier, list.asField)])
            }
        }
        let block = rowBlock(fields)
        return .repetition(
            Repetition(
                .rows, count: .times(times), body: block, totals: totals(over: fields), distinct: distinctRows(fields)))
    }

    private mutating func rowBlock(_ fields: [Variable]) -> Block {
        block([.line(fields.map { field($0) })], variables: fields)
    }

    private mutating func forms(_ count: Term, _ forms: [QueryForm]) -> Item {
        let statement = forms.first?.statement ?? 0
        if forms.count < 2 { problem("只读出一种操作", "only one form of a query was read", statement) }
        if Set(forms.map(\.token)).count != forms.count {
            problem("两种操作的标记相同", "two forms of a query have the same type token", statement)
        }
        var options: [Choice.Option] = []
        for form in forms {
            let fields = table.variables.filter {
                $0.statement == form.statement && $0.isRowField && form.names.contains($0.name)
                    && $0.entry.evidence == form.evidence
            }
            let option = Choice.Option(form.token, fields: fields.map { field($0) }, where: relations(among: fields))
            options.append(option.renaming(sharedNames(of: fields, forms)))
        }
        let selector = table.variables.contains { $0.identifier == "type" } ? "kind" : "type"
        let times = resolver.expression(count)
        if times == nil {
            problem(
                "行数 \(count.shown) 不是已经读入的变量", "the number of lines, \(count.shown), has not been read before",
                statement)
        }
        // With the variables of the count the predicate belongs to the block around the rows, where the selector is a list.
        let counts = times.map { $0.variables.sorted() } ?? []
        for form in forms where features.take({ $0.feature == .atLeastOne(form.token) }) != nil {
            predicates.append(
                Predicate(
                    name: "has_\(selector)_\(form.token)", uses: counts + [selector],
                    body:
                        "for (const auto& t : \(selector)) if (t == \"\(form.token)\") return true;\nreturn false;"
                ))
        }
        fact(
            "\(count.shown) 行操作，类型：\(forms.map(\.token).joined(separator: ", "))",
            "\(count.shown) lines of types \(forms.map(\.token).joined(separator: ", "))", statement)
        return .repetition(
            Repetition(
                .rows, count: .times(times ?? .variable("missing")),
                body: Block([.choice(Choice(selector: selector, options: options))])))
    }

    /// Two forms may use one name: no line has both.
    private func sharedNames(of fields: [Variable], _ forms: [QueryForm]) -> [String: String] {
        var names: [String: String] = [:]
        for field in fields {
            let first = table.variables.first { other in
                other.isRowField && other.name == field.name
                    && forms.contains { $0.statement == other.statement && $0.evidence == other.entry.evidence }
            }
            if let first, first.identifier != field.identifier { names[field.identifier] = first.identifier }
        }
        return names
    }

    // MARK: blocks, relations and sums

    mutating func block(_ items: [Item], variables: [Variable]) -> Block {
        Block(items, where: relations(among: variables))
    }

    /// The relations that hold in the block that reads these variables.
    private mutating func relations(among variables: [Variable]) -> [Condition] {
        guard let blocks = variables.first?.blocks else { return [] }
        let own = Set(variables.map(\.identifier))
        let visible = Set(table.variables.filter { blocks.starts(with: $0.blocks) }.map(\.identifier))
        var result: [Condition] = []
        for (index, relation) in bounds.relations.enumerated() where !usedRelations.contains(index) {
            let names = relation.condition.variables
            guard names.isSubset(of: visible), !names.isDisjoint(with: own) else { continue }
            usedRelations.insert(index)
            if !result.contains(relation.condition) { result.append(relation.condition) }
            facts.append(.init(Localized(verbatim: relation.condition.text), evidence: relation.evidence))
        }
        return result
    }

    /// Removes and reports whether `u ≠ v` was stated.
    mutating func takeDifference(_ first: String, _ second: String) -> Bool {
        var found = false
        for (index, relation) in bounds.relations.enumerated() where !usedRelations.contains(index) {
            guard case .comparison(let operands, [.notEqual]) = relation.condition,
                Set(operands) == [.variable(first), .variable(second)]
            else { continue }
            usedRelations.insert(index)
            found = true
        }
        return found
    }

    mutating func totals(over variables: [Variable]) -> [Repetition.Total] {
        var result: [Repetition.Total] = []
        for (index, total) in bounds.totals.enumerated() where !usedTotals.contains(index) {
            if let product = total.product {
                guard product.variables.isSubset(of: Set(variables.map(\.identifier))) else { continue }
                usedTotals.insert(index)
                let entry = Repetition.Total(product, limit: total.limit)
                if !result.contains(entry) { result.append(entry) }
                facts.append(
                    .init(
                        Localized(
                            zh: "\(product.text) 的总和至多 \(total.limit.text)",
                            en: "the sum of \(product.text) is at most \(total.limit.text)"),
                        evidence: total.evidence))
                continue
            }
            guard let variable = variables.first(where: { $0.identifier == total.identifier }) else { continue }
            let isString = variable.kind == .string && !variable.isList
            guard !variable.isList, total.isLength == isString else { continue }
            usedTotals.insert(index)
            let summand: Expression =
                total.isLength ? .aggregate(.len, variable.identifier) : .variable(variable.identifier)
            let entry = Repetition.Total(summand, limit: total.limit)
            if !result.contains(entry) { result.append(entry) }
            facts.append(
                .init(
                    Localized(
                        zh: "\(variable.identifier) 的总和至多 \(total.limit.text)",
                        en: "the sum of \(variable.identifier) is at most \(total.limit.text)"),
                    evidence: total.evidence))
        }
        if Set(result.map(\.summand)).count != result.count {
            problem("同一总和有两个不同的上限", "one sum has two different bounds", nil)
        }
        return result
    }

    /// The bound of the sum of one list's elements or lengths.
    mutating func listTotal(_ variable: Variable) -> Expression? {
        var limits: Set<Expression> = []
        for (index, total) in bounds.totals.enumerated()
        where total.identifier == variable.identifier && !usedTotals.contains(index) {
            // In a test case, "∑ a_i" without an end may run over the cases too.
            guard total.isWithin || variable.blocks.count == 1 || variable.isRowField && variable.blocks.count == 2
            else { continue }
            usedTotals.insert(index)
            limits.insert(total.limit)
            facts.append(
                .init(
                    Localized(
                        zh: "\(variable.identifier) 的总和至多 \(total.limit.text)",
                        en: "the sum of \(variable.identifier) is at most \(total.limit.text)"),
                    evidence: total.evidence))
        }
        if limits.count > 1 { problem("同一总和有两个不同的上限", "one sum has two different bounds", variable.statement) }
        return limits.first
    }

    /// Whether some values could be edges or parents: rows of two numbers, or numbers up to a variable.
    private var mayHoldGraph: Bool {
        let fields = Dictionary(grouping: table.variables.filter { $0.isRowField && $0.kind != .string }, by: \.blocks)
        if fields.values.contains(where: { $0.count >= 2 }) { return true }
        return table.variables.contains { variable in
            guard variable.isList || variable.isRowField, variable.kind != .string else { return false }
            let uppers = bounds.uppers[variable.identifier] ?? []
            return uppers.isEmpty || uppers.contains { $0.expression.constant == nil }
        }
    }

    // MARK: reports

    mutating func problem(_ chinese: String, _ english: String, _ statement: Int?) {
        let words = statement.flatMap {
            reading.statements.indices.contains($0) ? reading.statements[$0].statement.text : nil
        }
        let problem = BoundTable.Problem(reason: Localized(zh: chinese, en: english), words: words)
        if !problems.contains(problem) { problems.append(problem) }
    }

    mutating func fact(_ chinese: String, _ english: String, _ statement: Int) {
        let words = reading.statements.indices.contains(statement) ? reading.statements[statement].statement.text : ""
        facts.append(.init(Localized(zh: chinese, en: english), evidence: words))
    }

    /// Whatever was stated and not used is a problem.
    private mutating func finish() {
        problems = bounds.problems + problems
        for (index, relation) in bounds.relations.enumerated() where !usedRelations.contains(index) {
            problems.append(
                .init(
                    reason: Localized(
                        zh: "没有用上的关系：\(relation.condition.text)",
                        en: "a relation that could not be placed: \(relation.condition.text)"), words: relation.evidence
                ))
        }
        for (index, total) in bounds.totals.enumerated() where !usedTotals.contains(index) {
            problems.append(
                .init(
                    reason: Localized(
                        zh: "没有用上的总和限制：\(total.identifier)",
                        en: "a bound of a sum that could not be placed: \(total.identifier)"), words: total.evidence))
        }
        for name in table.clashes {
            problem("变量 \(name) 出现了两次", "variable \(name) appears twice", nil)
        }
        // Where the lines spell out what a permutation is, the word adds nothing.
        let lists = table.variables.filter { $0.isList && $0.kind != .string && $0.kind != .character }
        if !lists.isEmpty, lists.allSatisfy({ wholeLists.contains($0.identifier) }) { features.absorb(.permutation) }
        for fact in features.unused where fact.mattersAlone(table, hasGraph: hasGraph) {
            // "apple trees in a row": the story's word, where no values could be edges or parents.
            if fact.section != .constraints, fact.feature == .tree, !mayHoldGraph { continue }
            problems.append(
                .init(
                    reason: Localized(
                        zh: "这个性质没有用上，不知道它说的是什么：\(fact.feature)",
                        en: "a property that could not be tied to the input: \(fact.feature)"), words: fact.evidence))
        }
    }
}

extension Term {
    /// For messages.
    var shown: String {
        switch self {
        case .number(let value): "\(value)"
        case .name(let name): name.base
        case .binary(let symbol, let left, let right): "\(left.shown)\(symbol.rawValue)\(right.shown)"
        case .negated(let inner): "-\(inner.shown)"
        case .decimal(let text): text
        case .absolute(let inner), .length(let inner): "|\(inner.shown)|"
        case .sum(let inner, _): "∑\(inner.shown)"
        case .call(let function, _): "\(function.rawValue)(…)"
        case .subject(let subject): subject.rawValue
        }
    }
}

extension List {
    /// The list as a field's kind; a permutation where `Assembler` has marked it so.
    var asField: Field.Kind { .list(self) }
}
