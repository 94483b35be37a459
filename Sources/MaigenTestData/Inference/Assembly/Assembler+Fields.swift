import MaigenDomain

extension Assembler {
    /// The field that reads a variable.
    mutating func field(_ variable: Variable) -> Field {
        guard variable.isList else {
            if variable.kind == .character { return characterField(variable) }
            return Field(variable.identifier, .value(value(variable)))
        }
        guard let count = variable.count, let length = resolver.expression(count) else {
            problem(
                "\(variable.identifier) 的个数没有说明，或不是已经读入的变量",
                "the count of \(variable.identifier) is not stated, or not read before", variable.statement)
            return Field(variable.identifier, .list(List(length: .variable("missing"), of: value(variable))))
        }
        if let members = variable.entry.members, let stated = variable.entry.count {
            let written = TermArithmetic.plus(TermArithmetic.minus(members.last, members.first), .number(1))
            if written != TermArithmetic.plus(stated, .number(0)) {
                problem(
                    "\(variable.identifier) 的个数与列出的下标不符",
                    "the count of \(variable.identifier) and its subscripts disagree", variable.statement)
            }
        }
        let permutation = features.takeAll(about: variable, table) { $0 == .permutation }
        if let fact = permutation.first {
            return permutationField(variable, length, fact)
        }
        var list = List(length: length, of: value(variable))
        decorate(&list, variable)
        if list.isDistinct, case .integer(let range) = list.element, range.lower == 1, range.upper == length {
            wholeLists.insert(variable.identifier)
        }
        fact(
            "\(variable.identifier)：\(length.text) 个值", "\(variable.identifier): \(length.text) values",
            variable.statement)
        return Field(variable.identifier, .list(list))
    }

    private mutating func permutationField(_ variable: Variable, _ length: Expression, _ fact: FeatureFact) -> Field {
        _ = features.takeAll(about: variable, table) { $0 == .distinct }
        let range = resolvedRange(variable)
        var first = 1
        if let lower = range.lower, let upper = range.upper {
            let isZeroBased = lower == 0 && upper == TermResolver.shifted(length, by: -1)
            if isZeroBased { first = 0 }
            if !isZeroBased && !(lower == 1 && upper == length) {
                problem(
                    "\(variable.identifier) 既是排列，又有范围 \(lower.text)..\(upper.text)",
                    "\(variable.identifier) is a permutation and yet has the range \(lower.text)..\(upper.text)",
                    variable.statement)
            }
        } else if fact.evidence.contains("0") && !fact.evidence.contains("1") {
            first = 0
        }
        facts.append(
            .init(
                Localized(zh: "\(variable.identifier) 是排列", en: "\(variable.identifier) is a permutation"),
                evidence: fact.evidence))
        return Field(variable.identifier, .permutation(length: length, first: first))
    }

    /// Order, distinctness, sum and the index of a list.
    mutating func decorate(_ list: inout List, _ variable: Variable) {
        for fact in features.takeAll(
            about: variable, table, where: { if case .order = $0 { true } else { $0 == .distinct } })
        {
            if case .order(let order) = fact.feature {
                if let before = list.order, before != order {
                    list.order = stricter(before, order)
                    if list.order == nil {
                        problem(
                            "\(variable.identifier) 的顺序说法不一", "the order of \(variable.identifier) is told in two ways",
                            fact.statement)
                    }
                } else {
                    list.order = order
                }
                facts.append(
                    .init(
                        Localized(
                            zh: "\(variable.identifier) 有序：\(order.rawValue)",
                            en: "\(variable.identifier) is \(order.rawValue)"), evidence: fact.evidence))
            } else {
                list.isDistinct = true
                facts.append(
                    .init(
                        Localized(zh: "\(variable.identifier) 互不相同", en: "\(variable.identifier) are distinct"),
                        evidence: fact.evidence))
            }
        }
        // "No two stones lie at the same place", where one number tells the place of each.
        let lists = table.variables.filter { $0.isList || $0.isRowField }
        if lists.count == 1, variable.kind != .string, features.use(.distinctPlaces) { list.isDistinct = true }
        if list.isDistinct {
            // Sorted and distinct is strictly sorted.
            if list.order == .nondecreasing { list.order = .increasing }
            if list.order == .nonincreasing { list.order = .decreasing }
            if list.order == .increasing || list.order == .decreasing { list.isDistinct = false }
        }
        list.total = listTotal(variable)
        if case .integer(let range) = list.element,
            range.lower.variables.union(range.upper.variables).contains(TermResolver.index(of: variable))
        {
            list.index = TermResolver.index(of: variable)
        }
    }

    private func stricter(_ a: List.Order, _ b: List.Order) -> List.Order? {
        switch (a, b) {
        case (.nondecreasing, .increasing), (.increasing, .nondecreasing): .increasing
        case (.nonincreasing, .decreasing), (.decreasing, .nonincreasing): .decreasing
        default: nil
        }
    }

    /// Fields that differ in every two rows.
    mutating func distinctRows(_ fields: [Variable]) -> [Repetition.DistinctFields] {
        var result: [Repetition.DistinctFields] = fields.compactMap { variable in
            // Of a list in every row it says that the elements of each differ.
            variable.isList || features.takeAll(about: variable, table) { $0 == .distinct }.isEmpty
                ? nil : .init([variable.identifier])
        }
        if let places = places(among: fields), features.has(.distinctPlaces) {
            let facts = features.facts.filter { $0.feature == .distinctPlaces }
            _ = features.use(.distinctPlaces)
            let tuple = Repetition.DistinctFields(places.map(\.identifier))
            if !result.contains(tuple) { result.append(tuple) }
            for fact in facts {
                self.facts.append(
                    .init(Localized(zh: "任意两个点不重合", en: "no two points coincide"), evidence: fact.evidence))
            }
        }
        while let fact = features.take({ fact in
            fact.feature == .distinctRows && (fact.names.count >= 2 || fields.count == 2)
                && fact.names.allSatisfy { name in fields.contains { !$0.isList && $0.name.base == name.base } }
        }) {
            let named =
                fact.names.isEmpty
                ? fields : fields.filter { field in fact.names.contains { $0.base == field.name.base } }
            let tuple = Repetition.DistinctFields(named.map(\.identifier))
            if !result.contains(tuple) { result.append(tuple) }
            facts.append(
                .init(
                    Localized(
                        zh: "任意两行的 (\(tuple.fields.joined(separator: ", "))) 不同",
                        en: "(\(tuple.fields.joined(separator: ", "))) differ in every two rows"),
                    evidence: fact.evidence))
        }
        return result
    }

    /// The two coordinates of the only rows that have such.
    private func places(among fields: [Variable]) -> [Variable]? {
        func coordinates(_ block: [Int]) -> [Variable] {
            table.variables.filter { $0.isRowField && !$0.isList && $0.blocks == block && $0.kind != .string }
        }
        let blocks = Set(table.variables.filter(\.isRowField).map(\.blocks)).filter { block in
            let fields = coordinates(block)
            return fields.count == 2 || fields.count > 2 && fields[0].name.base == "x" && fields[1].name.base == "y"
        }
        guard blocks.count == 1, let block = blocks.first, let first = fields.first, first.blocks == block else {
            return nil
        }
        return Array(coordinates(block).prefix(2))
    }

    // MARK: one value

    mutating func value(_ variable: Variable) -> Value {
        switch variable.kind {
        case .string: return .string(stringShape(variable))
        case .character:
            return .word(alphabet(of: variable).map(String.init))
        case .real: return .real(real(variable))
        case .integer, .sequence, .number:
            if variable.kind == .number, isReal(variable) { return .real(real(variable)) }
            return .integer(integerRange(variable))
        }
    }

    private func isReal(_ variable: Variable) -> Bool {
        let limits = (bounds.lowers[variable.identifier] ?? []) + (bounds.uppers[variable.identifier] ?? [])
        if limits.contains(where: { $0.decimal?.contains(".") == true }) { return true }
        return features.facts.contains { if case .decimals = $0.feature { $0.isAbout(variable, table) } else { false } }
    }

    private mutating func real(_ variable: Variable) -> Real {
        let decimals = features.takeAll(about: variable, table) { if case .decimals = $0 { true } else { false } }
        var digits: ClosedRange<Int>?
        for fact in decimals { if case .decimals(let range) = fact.feature { digits = range } }
        if digits == nil {
            problem(
                "实数 \(variable.identifier) 有几位小数没有说明", "how many decimals \(variable.identifier) has is not stated",
                variable.statement)
        }
        let lower = decimalEnd(bounds.lowers[variable.identifier] ?? [], variable, zh: "下界", en: "lower bound")
        let upper = decimalEnd(bounds.uppers[variable.identifier] ?? [], variable, zh: "上界", en: "upper bound")
        fact(
            "\(variable.identifier)：\(lower) 到 \(upper) 的小数",
            "\(variable.identifier): decimal numbers from \(lower) to \(upper)", variable.statement)
        return Real(
            lower: lower, upper: upper, minimumDecimals: digits?.lowerBound ?? 0,
            maximumDecimals: digits?.upperBound ?? 0)
    }

    private mutating func decimalEnd(_ limits: [BoundTable.Limit], _ variable: Variable, zh: String, en: String)
        -> String
    {
        let texts = Set(
            limits.map { limit in
                let text = limit.decimal ?? limit.expression.constant.map { "\($0)" } ?? "?"
                return DecimalNumber(text)?.text ?? text
            })
        if texts.count > 1 || texts.contains("?") {
            problem(
                "\(variable.identifier) 的\(zh)自相矛盾或无法理解",
                "the \(en) of \(variable.identifier) contradicts itself or cannot be understood", variable.statement)
        } else if texts.isEmpty {
            problem("\(variable.identifier) 没有\(zh)", "\(variable.identifier) has no \(en)", variable.statement)
        }
        return texts.sorted().first ?? "0"
    }

    mutating func integerRange(_ variable: Variable) -> IntegerRange {
        var range = resolvedRange(variable)
        if range.upper == nil, let lower = range.lower?.constant, lower >= 0 {
            range.upper = totalLimit(variable, isLength: false)
        }
        if range.lower == nil {
            problem("\(variable.identifier) 没有下界", "\(variable.identifier) has no lower bound", variable.statement)
        }
        if range.upper == nil {
            problem("\(variable.identifier) 没有上界", "\(variable.identifier) has no upper bound", variable.statement)
        }
        if let lower = range.lower?.constant, let upper = range.upper?.constant, lower > upper {
            problem(
                "\(variable.identifier) 的下界大于上界", "the lower bound of \(variable.identifier) is above its upper bound",
                variable.statement)
        }
        if let lower = range.lower, let upper = range.upper {
            let words =
                (bounds.uppers[variable.identifier] ?? bounds.lowers[variable.identifier])?.first?.evidence
                ?? variable.entry.evidence
            facts.append(
                .init(
                    Localized(
                        zh: "\(variable.identifier) 的范围：\(lower.text) 到 \(upper.text)",
                        en: "range of \(variable.identifier): \(lower.text) to \(upper.text)"), evidence: words))
        }
        return IntegerRange(range.lower ?? .variable("missing"), range.upper ?? .variable("missing"))
    }

    /// What a bound of the sum says of one summand, where none is negative.
    private func totalLimit(_ variable: Variable, isLength: Bool) -> Expression? {
        guard !variable.isList else { return nil }
        let limits = Set(
            bounds.totals.filter { $0.identifier == variable.identifier && $0.isLength == isLength }.map(\.limit))
        guard limits.count == 1, let only = limits.first, only.constant != nil else { return nil }
        return only
    }

    // MARK: strings

    mutating func stringShape(_ variable: Variable) -> StringShape {
        let alphabet = alphabet(of: variable)
        if let length = variable.entry.length {
            guard let expression = resolver.expression(length) else {
                problem(
                    "字符串 \(variable.identifier) 的长度 \(length.shown) 不是已经读入的变量",
                    "the length \(length.shown) of \(variable.identifier) has not been read before", variable.statement)
                return StringShape(length: IntegerRange(.variable("missing"), .variable("missing")), alphabet: alphabet)
            }
            for limit in (bounds.lowers[variable.identifier] ?? []) + (bounds.uppers[variable.identifier] ?? [])
            where limit.expression != expression {
                // The length is the variable; what is said of it again must not be lost.
                problem(
                    "字符串 \(variable.identifier) 的长度有两种说法", "the length of \(variable.identifier) is told in two ways",
                    variable.statement)
                _ = limit
            }
            return StringShape(length: IntegerRange(expression, expression), alphabet: alphabet)
        }
        var range = resolvedRange(variable)
        if range.upper == nil { range.upper = totalLimit(variable, isLength: true) }
        if range.upper == nil {
            problem(
                "字符串 \(variable.identifier) 没有长度上限", "string \(variable.identifier) has no length bound",
                variable.statement)
        } else if range.lower == nil {
            range.lower = 1
            if features.takeAll(about: variable, table, where: { $0 == .nonEmpty }).isEmpty {
                assumptions.append(
                    Localized(
                        zh: "字符串 \(variable.identifier) 不为空（题面没有说明）",
                        en: "string \(variable.identifier) is not empty (the statement does not say)"))
            }
        }
        if range.lower == 0 {
            problem(
                "字符串 \(variable.identifier) 可能为空，空行怎样写没有说明",
                "string \(variable.identifier) may be empty; how an empty string is written is not stated",
                variable.statement)
        }
        if let lower = range.lower, let upper = range.upper {
            fact(
                "|\(variable.identifier)| 的范围：\(lower.text) 到 \(upper.text)",
                "range of |\(variable.identifier)|: \(lower.text) to \(upper.text)", variable.statement)
        }
        return StringShape(
            length: IntegerRange(range.lower ?? .variable("missing"), range.upper ?? .variable("missing")),
            alphabet: alphabet)
    }

    private mutating func characterField(_ variable: Variable) -> Field {
        Field(variable.identifier, .value(.word(alphabet(of: variable).map(String.init))))
    }

    /// "m characters" without spaces between them.
    mutating func characterString(_ variable: Variable) -> Field {
        let length = variable.count.flatMap { resolver.expression($0) }
        if length == nil {
            problem(
                "\(variable.identifier) 的长度没有说明", "the length of \(variable.identifier) is not stated",
                variable.statement)
        }
        let ends = length ?? .variable("missing")
        return Field(
            variable.identifier,
            .value(.string(StringShape(length: IntegerRange(ends, ends), alphabet: alphabet(of: variable)))))
    }

    mutating func alphabet(of variable: Variable) -> [Character] {
        let stated = features.takeAll(about: variable, table) { if case .alphabet = $0 { true } else { false } }
        var sets: Set<[Character]> = []
        for fact in stated { if case .alphabet(let characters) = fact.feature { sets.insert(characters) } }
        if sets.count > 1 {
            // Said twice, once more exactly: the sentences of the input section count.
            let exact = stated.filter { $0.section != .description }
            sets = []
            for fact in exact { if case .alphabet(let characters) = fact.feature { sets.insert(characters) } }
        }
        if sets.count == 1, let only = sets.first {
            fact(
                "\(variable.identifier) 的字符集：\(String(only.prefix(62)))",
                "alphabet of \(variable.identifier): \(String(only.prefix(62)))", variable.statement)
            return only
        }
        if sets.isEmpty {
            let legend = Set(reading.legend)
            if legend.count >= 2 { return legend.sorted() }
            problem(
                "\(variable.identifier) 由哪些字符组成没有说明",
                "which characters \(variable.identifier) consists of is not stated", variable.statement)
        } else {
            problem(
                "\(variable.identifier) 的字符集有两种说法", "the alphabet of \(variable.identifier) is told in two ways",
                variable.statement)
        }
        return ["?"]
    }
}
