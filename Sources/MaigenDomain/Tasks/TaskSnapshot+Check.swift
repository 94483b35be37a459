extension TaskSnapshot {
    /// This snapshot as it is kept, or what is wrong with it: line ends are LF, samples end with one, texts are within
    /// their limits. What depends on the settings in force beyond limits is `checkTests`.
    package func checked(_ limits: TaskLimits) throws(TaskRefusal) -> TaskSnapshot {
        // Counted before anything is read: a million samples cost nothing.
        guard !problem.samples.isEmpty else { throw .sampleMissing }
        guard problem.samples.count <= limits.samples else { throw .samplesTooMany(limits.samples) }
        var kept = self
        kept.problem = try problem.checked(limits)
        kept.program.source = program.source.withUnixLineEnds
        guard !program.source.isBlank, program.source.utf8.count <= limits.programBytes else {
            throw .programMalformed(ByteCount(bytes: limits.programBytes))
        }
        if let specification {
            guard specification.utf8.count <= limits.specificationBytes else {
                throw .specificationTooLong(ByteCount(bytes: limits.specificationBytes))
            }
            kept.specification = specification.isBlank ? nil : specification.withUnixLineEnds
        }
        let texts = kept.problem.texts + [kept.program.source, kept.specification ?? ""]
        guard texts.allSatisfy({ !$0.utf8.contains(0) }) else { throw .textMalformed }
        return kept
    }

    /// Refuses a mix of tests that cannot be had under `settings`.
    package func checkTests(_ strategies: StrategyCatalogue, _ settings: Settings) throws(TaskRefusal) {
        guard (1...TaskLimits.tests.upperBound).contains(tests.count) else { throw .testCountMalformed }
        var seen: Set<StrategyID> = []
        for wish in tests {
            guard seen.insert(wish.strategy).inserted else { throw .strategyRepeated(wish.strategy) }
            guard let strategy = strategies[wish.strategy] else { throw .strategyUnknown(wish.strategy) }
            guard !settings.strategiesOff.contains(wish.strategy) else { throw .strategyOff(strategy.name) }
            guard TaskLimits.tests.contains(wish.count) else { throw .testCountMalformed }
        }
        guard TaskLimits.tests.contains(testCount) else { throw .testCountMalformed }
    }

    /// How many tests are wanted in all.
    package var testCount: Int { tests.reduce(0) { $0 + $1.count } }
}

extension ProblemDocument {
    fileprivate func checked(_ limits: TaskLimits) throws(TaskRefusal) -> ProblemDocument {
        let sections = [description, input, output, constraints ?? ""]
        let length = sections.reduce(0) { $0 + $1.utf8.count }
        guard length <= limits.statementBytes else {
            throw .statementTooLong(ByteCount(bytes: limits.statementBytes))
        }
        guard !description.isBlank, !input.isBlank, !output.isBlank else { throw .statementIncomplete }
        var kept = self
        guard let title = String(line: title, length: 1...TaskLimits.titleLength) else { throw .titleMalformed }
        kept.title = title
        kept.description = description.withUnixLineEnds
        kept.input = input.withUnixLineEnds
        kept.output = output.withUnixLineEnds
        kept.constraints = constraints.flatMap { $0.isBlank ? nil : $0.withUnixLineEnds }
        for (index, sample) in samples.enumerated() {
            let isWithin = [sample.input, sample.output].allSatisfy {
                !$0.isBlank && $0.utf8.count <= limits.sampleBytes
            }
            guard isWithin else {
                throw .sampleMalformed(number: index + 1, ByteCount(bytes: limits.sampleBytes))
            }
            kept.samples[index] = Sample(input: sample.input.asFile, output: sample.output.asFile)
        }
        return kept
    }

    fileprivate var texts: [String] {
        [title, description, input, output, constraints ?? ""] + samples.flatMap { [$0.input, $0.output] }
    }
}

extension String {
    /// `text` without the space around it, if that is one line of so many visible characters; nil otherwise.
    package init?(line text: String, length: ClosedRange<Int>) {
        guard let trimmed = String(words: text, length: length), !trimmed.contains(where: \.isNewline),
            trimmed.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self = trimmed
    }

    /// `text` without the space around it, if that is so many characters without U+0000; nil otherwise.
    package init?(words text: String, length: ClosedRange<Int>) {
        // Characters may be put together from many scalars, so bytes are bounded too, and before anything is counted.
        guard text.utf8.count <= length.upperBound * 16, !text.utf8.contains(0) else { return nil }
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard length.contains(trimmed.count) else { return nil }
        self = trimmed
    }

    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Every line end as LF.
    fileprivate var withUnixLineEnds: String {
        guard utf8.contains(0x0D) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var afterReturn = false
        for byte in utf8 {
            if byte == 0x0D {
                bytes.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                bytes.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// With LF line ends, and one at the end.
    fileprivate var asFile: String {
        let text = withUnixLineEnds
        return text.utf8.last == 0x0A ? text : text + "\n"
    }
}
