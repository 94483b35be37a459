/// Whether there are as many different values as a specification asks for.
extension SpecificationSizes {
    func checkDistinct(_ name: String, _ list: List) throws(SpecificationError) {
        guard list.isDistinct || list.order == .increasing || list.order == .decreasing else { return }
        guard let available = valueCount(name, list.element) else { return }
        try require(wanted(list.length), of: available, called: name)
    }

    /// Tuples that differ in every two rows. Until the input ends there may be as few rows as one.
    func checkDistinct(_ repetition: Repetition) throws(SpecificationError) {
        guard case .times(let times) = repetition.count else { return }
        for tuple in repetition.distinct {
            let counts = tuple.fields.map { valueCount($0, in: repetition.body) }
            guard counts.allSatisfy({ $0 != nil }) else { continue }
            let widths = counts.compactMap { $0 }
            var available = widths.reduce(1, Interval.saturatingProduct)
            // Of two fields with the same values (1, 2) and (2, 1) are one pair.
            if tuple.isUnordered, widths.count == 2, Set(tuple.fields.map { analysis[$0] }).count == 1 {
                available = (available + widths[0]) / 2
            }
            let name = tuple.fields.count == 1 ? tuple.fields[0] : "(\(tuple.fields.joined(separator: ", ")))"
            try require(wanted(times), of: available, called: name)
        }
    }

    private func require(_ wanted: Int128, of available: Int128, called name: String) throws(SpecificationError) {
        guard wanted <= available else {
            throw SpecificationError(.tooFewValues(name, wanted: String(wanted), available: String(available)))
        }
    }

    /// The most that a count asks for: a variable's upper bound as written, since the analysis may have narrowed it.
    private func wanted(_ count: Expression) -> Int128 {
        let least = analysis.value(count).least
        guard case .variable(let name) = count else { return least }
        return max(least, declaredUpper[name] ?? least)
    }

    /// How many values a field of the rows can have at most; nil where that is not known.
    private func valueCount(_ name: String, in body: Block) -> Int128? {
        for case .line(let fields) in body.items {
            guard let field = fields.first(where: { $0.name == name }), case .value(let value) = field.kind else {
                continue
            }
            if case .integer = value {
                let interval = analysis[name]
                return interval.isBounded && interval.least <= interval.greatest
                    ? interval.greatest - interval.least + 1 : nil
            }
            return valueCount(name, value)
        }
        return nil
    }

    private func valueCount(_ name: String, _ value: Value) -> Int128? {
        switch value {
        case .integer(let range):
            guard let lower = range.lower.constant, let upper = range.upper.constant else { return nil }
            return upper - lower + 1
        case .word(let words): return Int128(words.count)
        case .string(let shape): return strings(shape)
        case .real: return nil
        }
    }

    /// How many strings of the shape there are, or some number above 10^18 where there are more.
    private func strings(_ shape: StringShape) -> Int128? {
        let enough = Int128(1_000_000_000_000_000_000)
        let lower = analysis.value(shape.length.lower).least
        let upper = analysis.value(shape.length.upper).greatest
        // The space counts as a letter here, though it stands between words only: the true number is smaller.
        let letters = Int128(shape.alphabet.count)
        guard lower >= 0, upper >= lower, letters > 0 else { return nil }
        guard letters > 1 else { return upper - lower + 1 }
        // A number begins with another digit than zero, unless it is zero.
        let hasZero = shape.isNumber && shape.alphabet.contains("0")
        var (sum, power) = (Int128(0), Int128(1))
        for length in 0...min(upper, 64) {
            if length >= lower {
                sum += hasZero && length > 1 ? power / letters * (letters - 1) : power
            }
            if sum > enough { return sum }
            guard power <= enough else { return enough + 1 }
            power *= letters
        }
        return sum
    }
}
