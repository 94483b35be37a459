extension GeneratorProgram {
    /// Statements that draw one token into `target`.
    ///
    /// - Parameters:
    ///   - position: its place in the run of its knob.
    ///   - isRun: whether the knob has a run; a whole number read once has none.
    mutating func drawValue(
        _ name: String, _ value: Value, into target: String, at position: String, isRun: Bool,
        _ place: inout GeneratorPlace
    ) -> [String] {
        switch value {
        case .integer(let range):
            let ends = bounds(
                of: .variable(name), range, keys: (.least(name), .greatest(name)), &place)
            guard let knob = knobNames[.main(name)] else { return ["\(target) = \(ends.greatest);"] }
            let run = isRun ? ", \(position)" : ""
            pieces.insert(isRun ? .valuesKnob : .numberKnob)
            let outer = isRun ? "" : ends.outer.map { ", \($0.least), \($0.greatest)" } ?? ""
            let call = "\(knob).draw(\(target)\(run)\(outer), \(ends.least), \(ends.greatest), \(names.attempt))"
            if isRun, let costs = place.costs, costs.field == name {
                return [
                    "if (\(costs.knob).hasCosts()) \(target) = \(costs.knob).cost(\(position), \(ends.least), \(ends.greatest));",
                    "else \(orReturn(call))",
                ]
            }
            return [orReturn(call)]
        case .real(let bounds):
            pieces.insert(.reals)
            let real = GeneratorReal(bounds)
            let knob = knobNames[.main(name)] ?? ""
            let ends = "\(CppExpression.literal(real.least)), \(CppExpression.literal(real.greatest))"
            let call =
                "drawReal(\(knob), \(target), \(position), \(ends), \(real.minimumDecimals), \(real.decimals), \(names.attempt))"
            let padding =
                real.padding == 0
                ? [] : ["\(target) += \(real.decimals == 0 ? "\".\" + " : "")string(\(real.padding), '0');"]
            return [orReturn(call)] + padding
        case .word(let words):
            guard let knob = knobNames[.main(name)] else {
                return ["\(target) = \(Self.quoted(words.first ?? ""));"]
            }
            pieces.insert(.selectorKnob)
            return ["\(target) = \(knob).draw(\(position), \(names.attempt));"]
        case .string(let shape):
            return drawString(name, shape, into: target, at: position, &place)
        }
    }

    private mutating func drawString(
        _ name: String, _ shape: StringShape, into target: String, at position: String,
        _ place: inout GeneratorPlace
    ) -> [String] {
        pieces.insert(.textKnob)
        let knob = knobNames[.main(name)] ?? ""
        let alphabet = Self.quoted(String(shape.alphabet))
        guard let lengthKnob = knobNames[.length(name)] else {
            let length = text(named(shape.length.upper, .longest(name)), place)
            return ["\(target) = \(knob).draw(\(length), \(alphabet), \(names.attempt));"]
                + fixes(shape, target, alphabet)
        }
        pieces.insert(.valuesKnob)
        let ends = bounds(
            of: .aggregate(.len, name), shape.length, keys: (.shortest(name), .longest(name)), &place)
        let call =
            "\(lengthKnob).draw(\(names.length), \(position), \(ends.least), \(ends.greatest), \(names.attempt))"
        return [
            "long long \(names.length);", orReturn(call),
            "\(target) = \(knob).draw(\(names.length), \(alphabet), \(names.attempt));",
        ].inBraces + fixes(shape, target, alphabet)
    }

    /// What a string of random characters still needs.
    mutating func fixes(_ shape: StringShape, _ target: String, _ alphabet: String) -> [String] {
        var lines: [String] = []
        if shape.isNumber, shape.alphabet.contains("0") {
            pieces.insert(.numberText)
            lines.append("dropLeadingZero(\(target), \(alphabet));")
        }
        if shape.alphabet.contains(" ") {
            pieces.insert(.spacedText)
            lines.append("fixSpaces(\(target), \(alphabet));")
        }
        return lines
    }

    /// The statement that shows a knob the list its values are looked up in.
    func lookup(_ name: String, _ knob: String) -> [String] {
        guard let list = lookups[name].flatMap({ table[$0]?.identifier }) else { return [] }
        return ["\(knob).lookUpIn(\(list));"]
    }

    /// Statements that begin a run of a value's knobs.
    func starts(_ name: String, _ value: Value, count: String) -> [String] {
        var lines: [String] = []
        switch value {
        case .integer, .real, .word:
            if let knob = knobNames[.main(name)], plan.entry(.main(name))?.knob.kind != .number {
                lines += lookup(name, knob)
                lines.append("\(knob).start(\(count));")
            }
        case .string:
            if let knob = knobNames[.length(name)] { lines.append("\(knob).start(\(count));") }
        }
        return lines
    }
}

extension [String] {
    /// Statements with a scope of their own.
    var inBraces: [String] { ["{"] + indented + ["}"] }
}
