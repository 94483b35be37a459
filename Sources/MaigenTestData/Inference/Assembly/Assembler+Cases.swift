import MaigenDomain

/// Test cases: how many there are, and what each holds.
extension Assembler {
    mutating func cases(_ nodes: [LayoutNode], after line: LayoutLine?) -> Item {
        features.absorb(.manyCases)
        let inner = items(nodes, isOutermost: false)
        let depth = 2
        let here = table.variables.filter { $0.blocks.count == depth && isRead($0, in: nodes) }
        let body = block(inner, variables: here)
        let counted = features.facts.filter { $0.feature == .caseCount }
        while features.take({ $0.feature == .caseCount }) != nil {}
        let candidates = table.variables.filter { variable in
            variable.blocks.count == 1 && !variable.isList
                && (counted.contains { $0.statement == variable.statement || $0.names.contains(variable.name) }
                    || ["T", "t"].contains(variable.identifier))
        }
        let told = candidates.isEmpty ? variablesCounting(reading.caseNoun) : candidates
        let count: Repetition.Count
        if told.count == 1 {
            let candidates = told
            count = .times(.variable(candidates[0].identifier))
            fact("\(candidates[0].identifier) 组测试数据", "\(candidates[0].identifier) test cases", candidates[0].statement)
        } else if line == nil {
            count = terminatedCount(nil, over: here)
            return .repetition(.init(.cases, count: count, body: body, totals: totals(over: here)))
        } else {
            problem("不清楚哪个变量是测试数据组数", "it is not clear which variable counts the test cases", line?.statement)
            count = .times(.variable("missing"))
        }
        return .repetition(Repetition(.cases, count: count, body: body, totals: totals(over: here)))
    }

    /// "the number s of ships", where every ship is a test case.
    private func variablesCounting(_ noun: String?) -> [Variable] {
        guard let noun else { return [] }
        return Glossary(reading, table).counting([noun]).filter { $0.blocks.count == 1 && !$0.isList }
    }

    private func isRead(_ variable: Variable, in nodes: [LayoutNode]) -> Bool {
        nodes.contains { node in
            if case .line(let line) = node {
                return variables(of: line).contains { $0.identifier == variable.identifier }
            }
            return false
        }
    }

    /// Until the terminator or the end of the file that the statement names.
    mutating func terminatedCount(_ statement: Int?, over fields: [Variable] = []) -> Repetition.Count {
        var limit: Expression?
        if let fact = features.take({ if case .atMostRows = $0.feature { true } else { false } }),
            case .atMostRows(let number) = fact.feature
        {
            limit = .integer(number)
        }
        // Every case takes its part of a bounded sum.
        if limit == nil {
            for total in bounds.totals where !total.isLength {
                guard let field = fields.first(where: { $0.identifier == total.identifier && !$0.isList }),
                    let least = (bounds.lowers[field.identifier] ?? []).compactMap(\.expression.constant).max(),
                    least > 0,
                    let most = total.limit.constant
                else { continue }
                limit = .integer(most / least)
            }
        }
        if limit == nil {
            problem("没有说明最多有多少组数据", "the largest number of rows or data sets is not stated", statement)
        }
        let most = limit ?? .variable("missing")
        if let fact = features.take({ if case .terminator = $0.feature { true } else { false } }),
            case .terminator(let tokens) = fact.feature
        {
            facts.append(
                .init(
                    Localized(
                        zh: "以 \(tokens.joined(separator: " ")) 结束", en: "ends with \(tokens.joined(separator: " "))"),
                    evidence: fact.evidence))
            return .until(terminator: tokens, atMost: most)
        }
        if features.take({ $0.feature == .untilEnd }) != nil { return .endOfFile(atMost: most) }
        problem("没有说明有多少行、如何结束", "neither the number of lines nor their end is stated", statement)
        return .times(.variable("missing"))
    }
}
