extension GeneratorProgram {
    /// Statements that draw a list into `target`.
    mutating func drawList(
        _ name: String, _ list: List, into target: String, _ place: inout GeneratorPlace
    ) -> [String] {
        let length = text(list.length, place)
        switch list.element {
        case .integer(let range):
            let own = range.lower.variables.union(range.upper.variables)
            if let index = list.index, own.contains(index) {
                return drawByIndex(name, list, index, length, into: target, &place)
            }
            return drawIntegers(name, list, range, length, into: target, &place)
        case .word(let words) where list.isDistinct || list.order == .increasing || list.order == .decreasing:
            return drawDistinctWords(words, length, into: target) + sort(list, target)
        case .word, .real, .string:
            return drawOthers(name, list, length, into: target, &place) + sort(list, target)
        }
    }

    // MARK: - Whole numbers

    private mutating func drawIntegers(
        _ name: String, _ list: List, _ range: IntegerRange, _ length: String, into target: String,
        _ place: inout GeneratorPlace
    ) -> [String] {
        let least = text(named(range.lower, .least(name)), place)
        let greatest = text(named(range.upper, .greatest(name)), place)
        guard let knob = knobNames[.main(name)] else { return ["\(target).assign(\(length), \(least));"] }
        pieces.insert(.valuesKnob)
        let isDistinct = list.isDistinct || list.order == .increasing || list.order == .decreasing
        var lines = lookup(name, knob)
        if isDistinct {
            pieces.insert(.distinctValues)
            lines.append(
                orReturn("fillDistinct(\(knob), \(target), \(length), \(least), \(greatest), \(names.attempt))"))
        } else {
            lines.append(orReturn("\(knob).fill(\(target), \(length), \(least), \(greatest), \(names.attempt))"))
        }
        if let total = list.total {
            let limit = text(named(total, .total(name)), place)
            if isDistinct {
                pieces.insert(.fitDistinctTotal)
                lines.append(orReturn("fitDistinctTotal(\(knob), \(target), \(least), \(limit))"))
                if list.order == nil { lines.append("shuffle(\(target).begin(), \(target).end());") }
            } else {
                pieces.insert(.fitTotal)
                let lows = "vector<long long>(\(target).size(), \(least))"
                lines.append(orReturn("fitTotal(\(knob), \(target), \(lows), \(limit))"))
            }
        }
        return lines + sort(list, target)
    }

    /// Every position has bounds of its own.
    private mutating func drawByIndex(
        _ name: String, _ list: List, _ index: String, _ length: String, into target: String,
        _ place: inout GeneratorPlace
    ) -> [String] {
        let value = list.element
        guard case .integer(let range) = value else { return [] }
        let element = "\(target)[\(names.position)]"
        let indexLine = "const long long \(table.indexIdentifier(index)) = \(names.position) + 1;"
        let least = text(named(range.lower, .least(name)), place)
        let greatest = text(named(range.upper, .greatest(name)), place)
        let draw = drawValue(name, value, into: element, at: names.position, isRun: true, &place)
        var body = [indexLine]
        if list.isDistinct, list.order != .increasing, list.order != .decreasing {
            body += retry(draw + ["return \(names.seen).insert(\(element)).second || reject(\"\(name) is distinct\");"])
        } else {
            body += draw
        }
        var lines = ["\(target).assign(\(length), 0);"] + starts(name, value, count: length)
        if list.isDistinct { lines.append("unordered_set<long long> \(names.seen);") }
        let needsBounds = list.order != nil || list.total != nil
        if needsBounds {
            lines.append("vector<long long> \(names.lows), \(names.highs);")
            body.insert(
                contentsOf: ["\(names.lows).push_back(\(least));", "\(names.highs).push_back(\(greatest));"], at: 1)
        }
        lines += loop(names.position, "(long long)\(target).size()", body)
        if let total = list.total {
            pieces.insert(.fitTotal)
            lines.append(
                orReturn(
                    "fitTotal(\(knobNames[.main(name)] ?? ""), \(target), \(names.lows), \(text(named(total, .total(name)), place)))"
                ))
        }
        if let order = list.order {
            let ordered = putInOrder(order, target)
            lines += ordered
            if let total = list.total {
                // Moving values into their order may have lifted the sum again; the least values are the last resort.
                pieces.insert(.sum)
                let limit = text(named(total, .total(name)), place)
                let isTurned = order == .nonincreasing || order == .decreasing
                let turn = [names.lows, names.highs].map { "reverse(\($0).begin(), \($0).end());" }
                lines.append("if (sumOf(\(target)) > \(limit)) {")
                lines += ((isTurned ? turn : []) + ["\(target) = \(names.lows);"] + ordered).indented
                lines += ["    if (sumOf(\(target)) > \(limit)) return reject(\(Self.quoted("sum of " + name)));", "}"]
            }
        }
        return lines.inBraces
    }

    private mutating func putInOrder(_ order: List.Order, _ target: String) -> [String] {
        pieces.insert(.orderedValues)
        let gap = order == .increasing || order == .decreasing ? 1 : 0
        let call = orReturn("putInOrder(\(target), \(names.lows), \(names.highs), \(gap))")
        guard order == .nonincreasing || order == .decreasing else { return [call] }
        let turn = [target, names.lows, names.highs].map { "reverse(\($0).begin(), \($0).end());" }
        return turn + [call, turn[0]]
    }

    // MARK: - Words, strings and decimal numbers

    private mutating func drawDistinctWords(_ words: [String], _ length: String, into target: String) -> [String] {
        let list = words.map(Self.quoted).joined(separator: ", ")
        return [
            "\(target) = {\(list)};",
            "if (\(length) > (long long)\(target).size()) return reject(\"enough different words\");",
            "shuffle(\(target).begin(), \(target).end());",
            "\(target).resize(\(length));",
        ]
    }

    private mutating func drawOthers(
        _ name: String, _ list: List, _ length: String, into target: String, _ place: inout GeneratorPlace
    ) -> [String] {
        let element = "\(target)[\(names.position)]"
        var lines = ["\(target).assign(\(length), \"\");"] + starts(name, list.element, count: length)
        var body: [String] = []
        var draw: [String]
        if case .string(let shape) = list.element, let total = list.total, let knob = knobNames[.length(name)] {
            // The lengths first, so that their sum is known.
            pieces.formUnion([.fitTotal, .textKnob])
            let least = text(named(shape.length.lower, .shortest(name)), place)
            let greatest = text(named(shape.length.upper, .longest(name)), place)
            let limit = text(named(total, .total(name)), place)
            lines += [
                "vector<long long> \(names.lengths);",
                orReturn("\(knob).fill(\(names.lengths), \(length), \(least), \(greatest), \(names.attempt))"),
                orReturn(
                    "fitTotal(\(knob), \(names.lengths), vector<long long>(\(names.lengths).size(), \(least)), \(limit))"
                ),
            ]
            let alphabet = Self.quoted(String(shape.alphabet))
            draw =
                [
                    "\(element) = \(knobNames[.main(name)] ?? "").draw(\(names.lengths)[\(names.position)], \(alphabet), \(names.attempt));"
                ]
                + fixes(shape, element, alphabet)
        } else {
            draw = drawValue(name, list.element, into: element, at: names.position, isRun: true, &place)
        }
        if list.isDistinct || list.order == .increasing || list.order == .decreasing {
            lines.append("set<string> \(names.seen);")
            if case .string(let shape) = list.element {
                pieces.insert(.distinctTexts)
                let alphabet = Self.quoted(String(shape.alphabet))
                draw += ["if (\(names.attempt) % TRIES >= 20) {"]
                draw +=
                    ([orReturn("makeNew(\(element), \(names.seen), \(alphabet))")] + fixes(shape, element, alphabet))
                    .indented
                draw += ["}"]
            }
            draw.append("return \(names.seen).insert(\(element)).second || reject(\"\(name) is distinct\");")
            body += retry(draw)
        } else {
            body += draw
        }
        if let index = list.index.map({ table.indexIdentifier($0) }), body.contains(where: { $0.holdsWord(index) }) {
            body.insert("const long long \(index) = \(names.position) + 1;", at: 0)
        }
        lines += loop(names.position, "(long long)\(target).size()", body)
        return lines.inBraces
    }

    /// Puts a drawn list in its order.
    private func sort(_ list: List, _ target: String) -> [String] {
        guard let order = list.order else { return [] }
        let isDown = order == .nonincreasing || order == .decreasing
        if case .real = list.element {
            let sign = isDown ? ">" : "<"
            return [
                "sort(\(target).begin(), \(target).end(),",
                "     [](const string& a, const string& b) { return stold(a) \(sign) stold(b); });",
            ]
        }
        return [isDown ? "sort(\(target).rbegin(), \(target).rend());" : "sort(\(target).begin(), \(target).end());"]
    }

    // MARK: - Shared

    /// Draws until it fits; `body` ends with a `return`.
    func retry(_ body: [String]) -> [String] {
        ["if (!retry(\(names.attempt), [&](int \(names.attempt)) {"] + body.indented.indented + [
            "    })) return false;"
        ]
    }

    func loop(_ variable: String, _ count: String, _ body: [String]) -> [String] {
        guard body.count > 1 else {
            return ["for (long long \(variable) = 0; \(variable) < \(count); \(variable)++)"] + body.indented
        }
        return ["for (long long \(variable) = 0; \(variable) < \(count); \(variable)++) {"] + body.indented + ["}"]
    }
}
