extension GeneratorProgram {
    mutating func repetition(_ repetition: Repetition, _ place: inout GeneratorPlace) -> GeneratorCode {
        let number = repetitions
        repetitions += 1
        blocks += 1
        let block = blocks
        var code = GeneratorCode()
        let count = self.count(repetition, number, &place, &code)
        switch repetition.kind {
        case .rows: rows(repetition, number, block, count, &place, &code)
        case .cases: cases(repetition, number, block, count, &place, &code)
        }
        place.pending.subtract(repetition.body.fieldNames)
        return code
    }

    /// The text of the number of rows; draws it where the input does not say it.
    private mutating func count(
        _ repetition: Repetition, _ number: Int, _ place: inout GeneratorPlace, _ code: inout GeneratorCode
    ) -> String {
        let atMost: Expression
        switch repetition.count {
        case .times(let expression): return text(expression, place)
        case .until(_, let expression), .endOfFile(let expression): atMost = expression
        }
        pieces.insert(.numberKnob)
        let variable = GeneratorStorage(
            identifier: table.newIdentifier(repetition.kind == .cases ? "caseCount" : "rowTotal"), type: "long long",
            rows: currentRows(place))
        code.storage.append(variable)
        var inner = place
        inner.pending.insert("#count")
        inner.facts += totals(repetition, count: .variable("#count"), inner)
        let ends = bounds(
            of: .variable("#count"), IntegerRange(1, atMost), keys: (.least("#count"), .greatest("#count")), &inner)
        let target = variable.access(place.scope)
        code.draw.append(
            orReturn(
                "\(knobNames[.count(number)] ?? "").draw(\(target), \(ends.least), \(ends.greatest), \(names.attempt))")
        )
        return target
    }

    /// A bound on a sum over all rows bounds the number of rows.
    func totals(_ repetition: Repetition, count: Expression, _ place: GeneratorPlace) -> [GeneratorFact] {
        repetition.totals.compactMap { total in
            let least = leastSummand(total.summand)
            guard least > 0 else { return nil }
            return GeneratorFact.facts(
                .comparison([.binary(.times, count, .integer(least)), total.limit], [.lessOrEqual])
            ).first
        }
    }

    /// What every row adds to a sum at least.
    private func leastSummand(_ summand: Expression) -> Int128 {
        switch summand {
        case .variable(let name): max(analysis[name].least, Int128(Int64.min))
        case .aggregate(_, let name): max(0, analysis["len:" + name].least)
        default: max(0, analysis.value(summand).least)
        }
    }

    /// The condition that a row's part of a sum stays within its share.
    private func shareFact(_ total: Repetition.Total, _ share: String, _ body: Block) -> GeneratorFact? {
        var summand = total.summand
        if case .aggregate(_, let name) = summand, let length = body.listLength(name) { summand = length }
        return GeneratorFact.facts(.comparison([summand, .variable("#" + share)], [.lessOrEqual])).first
    }

    // MARK: - Rows

    private mutating func rows(
        _ repetition: Repetition, _ number: Int, _ block: Int, _ count: String, _ place: inout GeneratorPlace,
        _ code: inout GeneratorCode
    ) {
        let row = names.row(place.depth)
        let isSimple = count.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        let rowCount = isSimple ? count : names.count
        var inner = place
        inner.scope.rows[number] = row
        inner.position = row
        inner.depth += 1
        inner.isInRows = true
        inner.facts = place.facts.map { GeneratorFact(form: $0.form, condition: nil, variables: $0.variables) }
        inner.facts += facts(repetition.body, inner)
        // Sums over the rows: each row gets a share of what is left.
        var before: [String] = []
        var shares: [String] = []
        var after: [String] = []
        for (place_, total) in repetition.totals.enumerated() {
            let suffix = repetition.totals.count == 1 ? "" : String(place_ + 1)
            let (left, share) = (names.left + suffix, names.share + suffix)
            guard let fact = shareFact(total, share, repetition.body) else { continue }
            let least = leastSummand(total.summand)
            inner.scope.programRanges["#" + share] = CppRange(0, Int128(Int64.max))
            inner.facts.append(fact)
            let limit = text(total.limit.constant == nil ? total.limit : totalLimit(total), place)
            before.append("__int128 \(left) = \(limit);")
            shares.append(shareCall(total, left, share, row, rowCount, least))
            let spent = CppExpression(total.summand, in: inner.scope)
            after.append("\(left) -= \(spent.text);")
        }
        inner.enforced = []
        var body = self.body(repetition.body, number: block, &inner)
        let distinct = self.distinct(repetition, row, inner)
        let ends = distinct.checks + terminatorCheck(repetition, inner) + distinct.insertions
        // Where nothing in a row depends on the rest of the row, there is nothing to draw again.
        let own = Set(repetition.body.fieldNames)
        let isFree =
            ends.isEmpty && !body.draw.contains { $0.contains("reject(") }
            && inner.facts.enumerated().allSatisfy { inner.enforced.contains($0) || $1.variables.isDisjoint(with: own) }
        var loopBody = shares + (isFree ? body.draw : retry(body.draw + ends + ["return true;"])) + after
        let index = repetition.index.map { table.indexIdentifier($0) }
        if let index, loopBody.contains(where: { $0.holdsWord(index) }) {
            loopBody.insert("const long long \(index) = \(row) + 1;", at: 0)
        }
        var lines = isSimple ? [] : ["const long long \(rowCount) = \(count);"]
        lines += body.storage.map { "\($0.access(place.scope)).assign(\(rowCount), \($0.emptyRow(place.scope)));" }
        lines += unique(body.starts).map { $0.replacingCount(rowCount) }
        lines += distinct.declarations + before + loop(row, rowCount, loopBody)
        code.draw += place.depth > 0 || !isSimple ? lines.inBraces : lines
        var writeBody = body.write
        if let index, writeBody.contains(where: { $0.holdsWord(index) }) {
            writeBody.insert("const long long \(index) = \(row) + 1;", at: 0)
        }
        code.write += loop(row, isSimple ? count : "(\(count))", writeBody)
        code.write += terminator(repetition)
        body.draw = []
        body.write = []
        body.starts = []
        code.append(body)
    }

    private func totalLimit(_ total: Repetition.Total) -> Expression {
        guard let name = total.summand.variables.min(), table[.total(name)]?.value == total.limit.constant else {
            return total.limit
        }
        return named(total.limit, .total(name))
    }

    private func shareCall(
        _ total: Repetition.Total, _ left: String, _ share: String, _ row: String, _ rowCount: String, _ least: Int128
    ) -> String {
        let needed = CppExpression.literal(least)
        var knob: String?
        switch total.summand {
        case .variable(let name): knob = knobNames[.main(name)]
        case .aggregate(_, let name): knob = knobNames[.length(name)]
        default: break
        }
        guard let knob else {
            return "const long long \(share) = narrow(\(left) - (__int128)(\(rowCount) - \(row) - 1) * \(needed));"
        }
        return "const long long \(share) = \(knob).share(\(row), \(left), \(rowCount) - \(row), \(needed));"
    }

    // MARK: - Distinct rows

    private struct Distinct {
        var declarations: [String] = []
        var checks: [String] = []
        var insertions: [String] = []
    }

    private mutating func distinct(_ repetition: Repetition, _ row: String, _ place: GeneratorPlace) -> Distinct {
        var result = Distinct()
        for (index, distinct) in repetition.distinct.enumerated() {
            pieces.insert(.distinctTuples)
            let seen = names.seen + (repetition.distinct.count == 1 ? "" : String(index + 1))
            let isNumeric = distinct.fields.allSatisfy { table[$0]?.element == .integer && table[$0]?.ownLayers == 0 }
            let type = isNumeric ? "long long" : "string"
            let parts = distinct.fields.map { name -> String in
                let access = place.scope.access(name)
                return !isNumeric && table[name]?.element == .integer ? "to_string(\(access))" : access
            }
            let tuple = "vector<\(type)>{\(parts.joined(separator: ", "))}"
            let title = "(\(distinct.fields.joined(separator: ", "))) is distinct"
            result.declarations.append("\(isNumeric ? "TupleSet" : "set<vector<string>>") \(seen);")
            if isNumeric {
                let probing = self.probing(distinct, repetition, seen, tuple, title, place)
                if !probing.isEmpty {
                    result.declarations.append("FreeTuples free\(seen.prefix(1).uppercased())\(seen.dropFirst());")
                }
                result.checks += probing
            }
            result.insertions.append(
                "if (!\(seen).insert(tupleKey(\(tuple), \(distinct.isUnordered))).second) return reject(\(Self.quoted(title)));"
            )
        }
        return result
    }

    /// Where random tuples keep meeting used ones, the next free one is taken.
    private mutating func probing(
        _ distinct: Repetition.DistinctFields, _ repetition: Repetition, _ seen: String, _ tuple: String,
        _ title: String, _ place: GeneratorPlace
    ) -> [String] {
        let body = repetition.body
        let tupleFields = Set(distinct.fields)
        let own = Set(body.fieldNames).union([repetition.index].compactMap { $0 })
        var least: [String] = []
        var greatest: [String] = []
        var conditions: [String] = []
        for name in distinct.fields {
            guard var range = body.integerRange(name) else { return [] }
            if let pair = intervals(body).values.first(where: { $0.right == name }), tupleFields.contains(pair.left) {
                range.lower = pair.leftRange.lower
                conditions.append("\(place.scope.access(pair.left)) + \(pair.gap) <= \(place.scope.access(name))")
            }
            guard range.lower.variables.union(range.upper.variables).isDisjoint(with: own) else { return [] }
            least.append(text(named(range.lower, .least(name)), place))
            greatest.append(text(named(range.upper, .greatest(name)), place))
        }
        // The tuple changes after the rest of the row was drawn: nothing else may depend on it.
        guard body.items.count == 1,
            body.items.lineFields.allSatisfy({ !$0.dependsOn(tupleFields) || tupleFields.contains($0.name) }),
            specification.predicates.allSatisfy({ tupleFields.isDisjoint(with: $0.uses) })
        else { return [] }
        for fact in place.facts where !fact.variables.isDisjoint(with: tupleFields) {
            guard fact.variables.intersection(own).isSubset(of: tupleFields),
                !fact.variables.contains(where: { $0.hasPrefix("#") })
            else { return [] }
            if let condition = fact.condition { conditions.append("(\(text(condition, place)))") }
        }
        let assignments = distinct.fields.enumerated().map { "\(place.scope.access($1)) = \(names.parts)[\($0)];" }
        let test = unique(conditions).joined(separator: " && ")
        let ends = "{\(least.joined(separator: ", "))}, {\(greatest.joined(separator: ", "))}"
        let free = "free\(seen.prefix(1).uppercased())\(seen.dropFirst())"
        return [
            "if (\(names.attempt) % 8 == 7 && !\(free).next(\(seen), \(tuple), \(ends), \(distinct.isUnordered),",
            "        [&](const vector<long long>& \(names.parts)) {",
        ] + assignments.indented.indented.indented + [
            "            return \(test.isEmpty ? "true" : test);",
            "        })) return reject(\(Self.quoted(title)));",
        ]
    }

    // MARK: - The end of the input

    /// A row must not look like the line that ends the input.
    private func terminatorCheck(_ repetition: Repetition, _ place: GeneratorPlace) -> [String] {
        guard case .until(let tokens, _) = repetition.count, case .line(let fields)? = repetition.body.items.first,
            fields.count == tokens.count
        else { return [] }
        var parts: [String] = []
        for (field, token) in zip(fields, tokens) {
            let access = place.scope.access(field.name)
            switch field.kind {
            case .value(.integer):
                guard let number = InputReaderRun.strictInteger(token), let variable = table[field.name],
                    variable.values.least <= number, number <= variable.values.greatest
                else { return [] }
                parts.append("\(access) == \(CppExpression.literal(number))")
            case .value: parts.append("\(access) == \(Self.quoted(token))")
            case .literal(let word): if word != token { return [] }
            case .list, .permutation: return []
            }
        }
        guard !parts.isEmpty else { return [] }
        return ["if (\(parts.joined(separator: " && "))) return reject(\"no row like the last line\");"]
    }

    private func terminator(_ repetition: Repetition) -> [String] {
        guard case .until(let tokens, _) = repetition.count else { return [] }
        return ["out.line(\(tokens.map { "string(\(Self.quoted($0)))" }.joined(separator: ", ")));"]
    }

    // MARK: - Test cases

    private mutating func cases(
        _ repetition: Repetition, _ number: Int, _ block: Int, _ count: String, _ place: inout GeneratorPlace,
        _ code: inout GeneratorCode
    ) {
        var inner = place
        inner.position = names.caseIndex
        inner.facts = place.facts.map { GeneratorFact(form: $0.form, condition: nil, variables: $0.variables) }
        inner.facts += facts(repetition.body, inner)
        let index = GeneratorStorage(identifier: names.caseIndex, type: "long long", rows: [])
        storage.append(index)
        var before: [String] = []
        var shares: [String] = []
        var after: [String] = []
        let casesKnob = knobNames[.cases(number)] ?? ""
        pieces.insert(.casesKnob)
        if !repetition.totals.isEmpty {
            let knob = casesKnob
            before.append("\(knob).start(\(count));")
            for (place_, total) in repetition.totals.enumerated() {
                let suffix = repetition.totals.count == 1 ? "" : String(place_ + 1)
                let (left, share) = (names.left + suffix, names.share + suffix)
                guard let fact = shareFact(total, share, repetition.body) else { continue }
                storage.append(GeneratorStorage(identifier: share, type: "long long", rows: []))
                inner.scope.programRanges["#" + share] = CppRange(0, Int128(Int64.max))
                inner.facts.append(fact)
                before.append("__int128 \(left) = \(text(totalLimit(total), place));")
                let least = CppExpression.literal(leastSummand(total.summand))
                shares.append("\(share) = \(knob).share(\(names.caseIndex), \(left), \(least));")
                after.append("\(left) -= \(CppExpression(total.summand, in: inner.scope).text);")
            }
        }
        let seen = distinct(repetition, names.caseIndex, inner)
        if let name = repetition.index {
            storage.append(GeneratorStorage(identifier: table.indexIdentifier(name), type: "long long", rows: []))
        }
        let functions = outermost(repetition.body, number: block, name: "Case", &inner)
        let generate = table.newIdentifier("generateCases")
        var drawCall = "retryOrFail(\(functions.draw));"
        let end = terminatorCheck(repetition, inner) + seen.insertions
        if !end.isEmpty {
            drawCall =
                ([
                    "retryOrFail([&](int \(names.attempt)) {",
                    "    if (!\(functions.draw)(\(names.attempt))) return false;",
                ] + (end + ["return true;"]).indented + ["});"]).joined(separator: "\n        ")
        }
        let indexLine = repetition.index.map { ["\(table.indexIdentifier($0)) = \(names.caseIndex) + 1;"] } ?? []
        let start = names.start
        let loopBody =
            indexLine + ["const size_t \(start) = out.text.size();", "do {"]
            + (["out.text.resize(\(start));"] + shares + [drawCall, "\(functions.write)();"]).indented
            + ["} while (\(casesKnob).isKnown(out.text, \(start)));"] + after
        let starts = pendingStarts.map { $0.replacingCount(count) }
        add(
            comment: "All test cases, each written as soon as it is drawn.", "void \(generate)() {",
            seen.declarations + starts + before
                + ["for (\(names.caseIndex) = 0; \(names.caseIndex) < \(count); \(names.caseIndex)++) {"]
                + loopBody.indented + ["}"])
        pendingStarts = []
        code.write.append("\(generate)();")
        code.write += terminator(repetition)
    }
}

extension Block {
    /// The length of one of the block's own lists.
    fileprivate func listLength(_ name: String) -> Expression? {
        for field in items.lineFields where field.name == name {
            switch field.kind {
            case .list(let list): return list.length
            case .permutation(let length, _): return length
            case .value(.string(let shape)) where shape.length.lower == shape.length.upper: return shape.length.upper
            case .value, .literal: return nil
            }
        }
        return nil
    }
}

extension Field {
    /// Whether what the field may hold depends on one of these variables.
    fileprivate func dependsOn(_ names: Set<String>) -> Bool {
        func depends(_ value: Value) -> Bool {
            switch value {
            case .integer(let range): !range.lower.variables.union(range.upper.variables).isDisjoint(with: names)
            case .string(let shape):
                !shape.length.lower.variables.union(shape.length.upper.variables).isDisjoint(with: names)
            case .real, .word: false
            }
        }
        switch kind {
        case .value(let value): return depends(value)
        case .list(let list): return !list.length.variables.isDisjoint(with: names) || depends(list.element)
        case .permutation(let length, _): return !length.variables.isDisjoint(with: names)
        case .literal: return false
        }
    }
}
