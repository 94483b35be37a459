import MaigenDomain

/// Bounds from tables of subtasks, from the numbers of things, and told by meanings.
extension BoundReader {
    /// A value that is called the number of a thing, where all things have numbers from 1 to n.
    mutating func readNumbers() {
        var starts: Set<Int> = []
        var ends: Set<Term> = []
        var evidence = ""
        for fact in reading.features {
            if case .numbered(let start) = fact.feature { starts.insert(start) }
            if case .numberedUpTo(let end) = fact.feature {
                ends.insert(end)
                evidence = fact.evidence
            }
        }
        guard starts.count == 1, let start = starts.first, ends.count == 1, let end = ends.first else { return }
        let glossary = Glossary(reading, table)
        for variable in glossary.called(["编号", "号码", "序号", "index", "indice"]) {
            guard variable.kind != .string, bounds.lowers[variable.identifier] == nil,
                bounds.uppers[variable.identifier] == nil, !variable.entry.isPositive
            else { continue }
            read(
                ChainFact(
                    chain: Chain(
                        operands: [.number(Int128(start)), .name(variable.name), end],
                        comparisons: [.lessOrEqual, .lessOrEqual]),
                    statement: variable.statement, evidence: evidence, section: .constraints, isHypothetical: false))
        }
    }

    // MARK: tables of subtasks

    /// The widest row counts where no sentence bounds the value; a sentence for all tests must leave it room.
    mutating func readTables() {
        let stated = bounds
        for tabled in reading.tabled {
            for variable in table.matching(tabled.name) where tabled.isLength == (variable.kind == .string) {
                let uppers = (stated.uppers[variable.identifier] ?? []).filter { !$0.isImplied }
                let lowers = (stated.lowers[variable.identifier] ?? []).filter { !$0.isImplied }
                let greatest = uppers.compactMap(\.expression.constant).min()
                if let upper = tabled.upper?.constant {
                    if uppers.isEmpty || greatest == nil {
                        self.uppers(
                            variable, .init(expression: .integer(upper), decimal: nil, evidence: tabled.evidence))
                    } else if let greatest, upper > greatest {
                        bounds.problems.append(
                            .init(
                                reason: Localized(
                                    zh: "表格与文字的范围矛盾：\(variable.identifier)",
                                    en: "the table and a sentence bound \(variable.identifier) differently"),
                                words: tabled.evidence))
                    }
                }
                if let lower = tabled.lower?.constant, lowers.isEmpty {
                    self.lowers(variable, .init(expression: .integer(lower), decimal: nil, evidence: tabled.evidence))
                }
            }
        }
    }

    // MARK: bounds told by meaning

    /// In the story such a sentence counts only where nothing else bounds the value: it may be about something else.
    mutating func readWorded() {
        let glossary = Glossary(reading, table)
        let stated = bounds
        var last: [Variable] = []
        var lastStatement = -1
        for bound in reading.worded {
            if bound.isTotal, let upper = bound.upper?.constant {
                for variable in last where !variable.isList {
                    bounds.totals.append(
                        .init(
                            identifier: variable.identifier, isLength: variable.kind == .string, isWithin: false,
                            limit: .integer(upper), evidence: bound.evidence))
                }
                if last.count == 1 { continue }
            }
            if isAboutCases(bound) || speaksOfItsRow(bound) { continue }
            let isStory = bound.section == .description
            let continued =
                WordedBounds.continues(bound) && !last.isEmpty && bound.statement == lastStatement ? last : nil
            lastStatement = bound.statement
            guard let variables = continued ?? WordedBounds.variables(bound, glossary, table) ?? onlyUnbounded(bound)
            else {
                if countsRows(bound) { continue }
                if !isStory {
                    bounds.problems.append(
                        .init(
                            reason: Localized(
                                zh: "不清楚这句话说的是哪个变量", en: "it is not clear which variable this speaks of"),
                            words: bound.evidence))
                }
                continue
            }
            last = variables
            for variable in variables {
                let operand: Term =
                    variable.kind == .string
                    ? .length(.name(variable.name))
                    : bound.isAbsolute ? .absolute(.name(variable.name)) : .name(variable.name)
                let isBelow =
                    !isStory || (stated.lowers[variable.identifier] ?? []).isEmpty && !variable.entry.isPositive
                let isAbove = !isStory || (stated.uppers[variable.identifier] ?? []).isEmpty
                if let lower = bound.lower, isBelow { read(lower, .lessOrEqual, operand, bound) }
                if let upper = bound.upper, isAbove { read(operand, .lessOrEqual, upper, bound) }
            }
        }
    }

    /// "…, with n integers h_1, …, h_n; every height lies between 1 and 9": a noun nobody introduced, of every one of
    /// the values that this very line holds, where they are the only ones that nothing bounds.
    private func onlyUnbounded(_ bound: WordedBound) -> [Variable]? {
        guard bound.section == .input, bound.things.isEmpty, bound.subject.count <= 3,
            let first = bound.subject.first?.text.lowercased(),
            ["every", "each", "all", "每", "a", "an"].contains(first)
        else { return nil }
        let unbounded = table.variables.filter { variable in
            (bounds.lowers[variable.identifier] ?? []).isEmpty && (bounds.uppers[variable.identifier] ?? []).isEmpty
        }
        guard let only = unbounded.first, unbounded.count == 1, only.isList || only.isRowField,
            only.kind == .integer || only.kind == .number,
            only.statement == bound.statement
                || only.statement + 1 == bound.statement && reading.statements[bound.statement].statement.continuesLine
        else { return nil }
        if ["a", "an"].contains(first) {
            // "A result is …" speaks of "the results r_1, …" of the line.
            let said = Glossary.meaning(reading.statements[only.statement].statement.tokens)
            guard !Glossary.meaning(bound.subject).isDisjoint(with: said) else { return nil }
        }
        return unbounded
    }

    /// "Q l r：询问区间 [l, r] 的和": an interval whose ends are the values of the line itself only explains them.
    private func speaksOfItsRow(_ bound: WordedBound) -> Bool {
        guard bound.section == .input, case .name(let lower)? = bound.lower, case .name(let upper)? = bound.upper else {
            return false
        }
        return [lower, upper].allSatisfy { name in
            let found = table.matching(name)
            return !found.isEmpty && found.allSatisfy(\.isRowField)
                && found.contains { $0.statement == bound.statement }
        }
    }

    /// "单词的个数不超过 1000" of words that come until the input ends.
    mutating func countsRows(_ bound: WordedBound) -> Bool {
        let isOpen = reading.features.contains { fact in
            if case .terminator = fact.feature { return true }
            return fact.feature == .untilEnd
        }
        let words = bound.subject + bound.things
        let saysCount =
            words.contains { ["number", "there"].contains($0.text.lowercased()) }
            || ["个数", "数量", "行数", "至少有", "至多有"].contains { words.quoted.contains($0) || bound.evidence.contains($0) }
        let nouns = Set(table.variables.filter(\.isRowField).map(\.entry.noun).filter { !$0.isEmpty })
        guard isOpen, saysCount,
            nouns.contains(where: { noun in words.quoted.lowercased().contains(Glossary.stem(noun)) })
        else { return false }
        if let lower = bound.lower?.constant, lower > 1 { return false }
        if let upper = bound.upper?.constant {
            bounds.features.append(
                FeatureFact(
                    feature: .atMostRows(upper), names: [], statement: bound.statement, evidence: bound.evidence,
                    section: bound.section))
        }
        return true
    }

    /// "There is at least one map" where maps are the test cases.
    mutating func isAboutCases(_ bound: WordedBound) -> Bool {
        guard let thing = reading.caseNoun, Glossary.stems(bound.things[...]).contains(Glossary.stem(thing)),
            bound.things.count <= 3, Glossary.meaning(bound.subject).isEmpty
        else { return false }
        if let lower = bound.lower?.constant, lower > 1 { return false }
        if let upper = bound.upper?.constant {
            bounds.features.append(
                FeatureFact(
                    feature: .atMostRows(upper), names: [], statement: bound.statement, evidence: bound.evidence,
                    section: bound.section))
        }
        return true
    }

    mutating func read(_ left: Term, _ comparison: Condition.Comparison, _ right: Term, _ bound: WordedBound) {
        read(
            ChainFact(
                chain: Chain(operands: [left, right], comparisons: [comparison]), statement: bound.statement,
                evidence: bound.evidence, section: bound.section, isHypothetical: false))
    }
}
