/// Makes nearly valid inputs out of a valid one.
package struct InputMutants {
    private let specification: InputSpecification
    private let input: [UInt8]
    private let tokens: [ReadToken]
    private let lines: [Range<Int>]
    private var random: SplitMix64
    private var seen: Set<[UInt8]>
    private var mutants: [InputMutant] = []

    /// Mutants of a valid input, at least thirty of them, each different from all others and from the input; the same
    /// seed gives the same mutants.
    ///
    /// Nothing is made from an input that the specification does not accept, as nothing is known about it.
    package static func of(
        _ input: [UInt8], _ specification: InputSpecification, seed: UInt64
    ) -> [InputMutant] {
        let reading: InputReading
        do {
            reading = try InputReader(specification).read(bytes: input)
        } catch {
            // Nothing is lost: the caller learns the reason from the reader, and has no valid input to begin with.
            return []
        }
        var made = InputMutants(specification, input, reading.tokens, seed)
        made.mutateBlanks()
        made.mutateLines()
        made.mutateTokens()
        made.mutateNumbers()
        made.mutateTexts()
        made.mutateRelations()
        made.mutateBytes()
        return made.mutants
    }

    private init(_ specification: InputSpecification, _ input: [UInt8], _ tokens: [ReadToken], _ seed: UInt64) {
        self.specification = specification
        self.input = input
        self.tokens = tokens
        random = SplitMix64(seed: seed)
        seen = [input]
        var lines: [Range<Int>] = []
        var start = 0
        for (offset, byte) in input.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(start..<offset)
            start = offset + 1
        }
        self.lines = lines
    }

    private mutating func add(_ kind: InputMutant.Kind, _ bytes: [UInt8]) {
        guard seen.insert(bytes).inserted else { return }
        let isValid: Bool
        do {
            _ = try InputReader(specification).read(bytes: bytes)
            isValid = true
        } catch {
            // The reason is of no interest: mutants are meant to be refused.
            isValid = false
        }
        mutants.append(InputMutant(kind, bytes, isValid: isValid))
    }

    private mutating func replace(_ kind: InputMutant.Kind, _ range: Range<Int>, _ bytes: some Sequence<UInt8>) {
        add(kind, Array(input[..<range.lowerBound]) + Array(bytes) + Array(input[range.upperBound...]))
    }

    private mutating func insert(_ kind: InputMutant.Kind, _ text: String, at offset: Int) {
        replace(kind, offset..<offset, text.utf8)
    }
}

// MARK: - White space and lines

extension InputMutants {
    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")

    private mutating func mutateBlanks() {
        insert(.leadingSpace, " ", at: 0)
        insert(.trailingSpace, " ", at: input.count)
        for _ in 0..<2 where !lines.isEmpty {
            let line = random.element(lines)
            insert(.leadingSpace, " ", at: line.lowerBound)
            insert(.trailingSpace, " ", at: line.upperBound)
            insert(.extraBlankLine, "\n", at: line.lowerBound)
            insert(.carriageReturns, "\r", at: line.upperBound)
        }
        if let last = lines.last { insert(.trailingSpace, " ", at: last.upperBound) }
        insert(.extraBlankLine, "\n", at: 0)
        insert(.extraBlankLine, "\n", at: input.count)
        if input.last == Self.newline { replace(.missingFinalNewline, input.count - 1..<input.count, []) }
        add(.carriageReturns, input.flatMap { $0 == Self.newline ? Array("\r\n".utf8) : [$0] })
        let spaces = input.indices.filter { input[$0] == Self.space }
        for _ in 0..<2 where !spaces.isEmpty {
            let place = random.element(spaces)
            insert(.doubleSpace, " ", at: place)
            replace(.tab, place..<place + 1, "\t".utf8)
            replace(.otherBlank, place..<place + 1, random.element([[11], [12], [13]]))
            replace(.splitLine, place..<place + 1, "\n".utf8)
        }
        if let line = lines.first { insert(.tab, "\t", at: line.upperBound) }
        for line in lines.dropLast().prefix(2) {
            replace(.joinedLines, line.upperBound..<line.upperBound + 1, " ".utf8)
        }
    }

    private mutating func mutateLines() {
        add(.empty, [])
        add(.empty, [Self.newline])
        add(.repeatedInput, input + input)
        add(.truncated, Array(input[..<(input.count / 2)]))
        insert(.trailingLine, "0\n", at: input.count)
        insert(.trailingLine, "a", at: input.count)
        guard !lines.isEmpty else { return }
        var chosen = [0, lines.count - 1]
        for _ in 0..<3 { chosen.append(random.below(lines.count)) }
        for number in chosen {
            let line = lines[number]
            replace(.droppedLine, line.lowerBound..<line.upperBound + 1, [])
            insert(.duplicatedLine, String(decoding: input[line], as: UTF8.self) + "\n", at: line.lowerBound)
            let other = lines[random.below(lines.count)]
            swap(.swappedLines, line, other)
            replace(.repeatedLine, other, input[line])
            replace(.repeatedReversedLine, other, reversedTokens(of: line))
            replace(.reversedTokens, line, reversedTokens(of: line))
        }
    }

    private func reversedTokens(of line: Range<Int>) -> [UInt8] {
        let tokens = input[line].split(separator: Self.space, omittingEmptySubsequences: false)
        return Array(tokens.reversed().joined(separator: [Self.space]))
    }

    private mutating func swap(_ kind: InputMutant.Kind, _ one: Range<Int>, _ other: Range<Int>) {
        let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
        guard first.upperBound <= second.lowerBound else { return }
        let parts = [
            input[..<first.lowerBound], input[second], input[first.upperBound..<second.lowerBound], input[first],
            input[second.upperBound...],
        ]
        add(kind, Array(parts.joined()))
    }
}

// MARK: - Tokens

extension InputMutants {
    private mutating func mutateTokens() {
        insert(.trailingToken, " 1", at: lines.last?.upperBound ?? 0)
        insert(.trailingToken, " x", at: lines.first?.upperBound ?? 0)
        guard !tokens.isEmpty else { return }
        var chosen = [0, tokens.count - 1]
        for _ in 0..<4 { chosen.append(random.below(tokens.count)) }
        for number in chosen {
            let token = tokens[number].bytes
            // With the space in front, or behind if the token is the first of its line.
            if token.lowerBound > 0, input[token.lowerBound - 1] == Self.space {
                replace(.droppedToken, token.lowerBound - 1..<token.upperBound, [])
            } else if token.upperBound < input.count, input[token.upperBound] == Self.space {
                replace(.droppedToken, token.lowerBound..<token.upperBound + 1, [])
            }
            replace(.emptied, token, [])
            if number + 1 < tokens.count { swap(.swappedTokens, token, tokens[number + 1].bytes) }
            swap(.swappedTokens, token, random.element(tokens).bytes)
        }
    }

    /// Of every variable its first, its last and a random token.
    private mutating func oneOfEach(_ isWanted: (ReadToken) -> Bool) -> [ReadToken] {
        var byName: [String: [Int]] = [:]
        for (number, token) in tokens.enumerated() where isWanted(token) {
            byName[token.name, default: []].append(number)
        }
        var chosen: Set<Int> = []
        for name in byName.keys.sorted() {
            guard let numbers = byName[name] else { continue }
            chosen.formUnion([numbers[0], numbers[numbers.count - 1], random.element(numbers)])
        }
        return chosen.sorted().map { tokens[$0] }
    }

    private func text(_ token: ReadToken) -> String { String(decoding: input[token.bytes], as: UTF8.self) }

    private mutating func mutateNumbers() {
        for token in oneOfEach({ $0.lower != nil }) {
            guard let lower = token.lower, let upper = token.upper, let value = Int128(text(token)) else { continue }
            func put(_ kind: InputMutant.Kind, _ number: Int128) { replace(kind, token.bytes, String(number).utf8) }
            put(.belowRange, lower - 1)
            put(.aboveRange, upper + 1)
            put(.neighbour, value - 1)
            put(.neighbour, value + 1)
            put(.negated, -value)
        }
        let numeric = Set(tokens.filter { $0.lower != nil || Double(text($0)) != nil }.map(\.bytes))
        for token in oneOfEach({ numeric.contains($0.bytes) }) {
            let digits = text(token)
            let isNegative = digits.hasPrefix("-")
            let magnitude = isNegative ? String(digits.dropFirst()) : digits
            let sign = isNegative ? "-" : ""
            func put(_ kind: InputMutant.Kind, _ text: String) { replace(kind, token.bytes, text.utf8) }
            put(.leadingZero, sign + "0" + magnitude)
            put(.leadingPlus, "+" + digits)
            put(.minusZero, "-0")
            put(.decimalPoint, digits + ".")
            put(.decimalPoint, digits + ".0")
            put(.exponent, digits + "e0")
            put(.huge, sign + "9223372036854775808")
            put(.huge, sign + "1" + String(repeating: "0", count: 25))
            if let point = magnitude.firstIndex(of: ".") {
                put(.decimals, digits + "0")
                put(.decimals, String(digits.dropLast()))
                put(.decimals, sign + magnitude[point...])
                put(.minusZero, "-0." + String(repeating: "0", count: magnitude[point...].count - 1))
                put(.huge, sign + "9999999" + magnitude)
            }
        }
    }

    private mutating func mutateTexts() {
        for token in oneOfEach({ $0.lower == nil && !$0.bytes.isEmpty }) {
            let characters = Array(input[token.bytes])
            guard let last = characters.last else { continue }
            replace(.tooLong, token.bytes, characters + [last])
            replace(.tooLong, token.bytes, characters + [UInt8](repeating: last, count: 200))
            replace(.tooShort, token.bytes, characters.dropLast())
            let place = token.bytes.lowerBound + random.below(characters.count)
            for foreign in ["~", "A", "z", "0", "-", "_", "\u{7f}"] {
                replace(.foreignCharacter, place..<place + 1, foreign.utf8)
            }
            let isLetter = (65...90).contains(input[place] & 0xDF)
            if isLetter { replace(.changedCase, place..<place + 1, [input[place] ^ 0x20]) }
            let others = tokens.filter { $0.name == token.name && !$0.bytes.isEmpty }
            for _ in 0..<3 {
                let other = random.element(others).bytes
                let source = other.lowerBound + random.below(other.count)
                replace(.otherCharacter, place..<place + 1, [input[source]])
            }
        }
    }

    /// Values of one variable put into each other's places: equal elements, edges twice, cycles, wrong order.
    private mutating func mutateRelations() {
        for token in oneOfEach({ _ in true }) {
            let others = tokens.filter { $0.name == token.name && $0.bytes != token.bytes }
            guard !others.isEmpty else { continue }
            for _ in 0..<3 {
                let other = random.element(others).bytes
                replace(.repeatedValue, token.bytes, input[other])
            }
            swap(.swappedTokens, token.bytes, random.element(others).bytes)
        }
        for (one, other) in zip(tokens, tokens.dropFirst()).prefix(200) where one.name == other.name {
            guard input[one.bytes.upperBound] == Self.space, random.below(4) == 0 else { continue }
            replace(.selfLoop, other.bytes, input[one.bytes])
        }
    }

    private mutating func mutateBytes() {
        replace(.byteOrderMark, 0..<0, [0xEF, 0xBB, 0xBF])
        add(.byte255, input + [0xFF])
        add(.byte255, input + [0xFF, 0x30, 0x0A])
        add(.nul, input + [0])
        guard !tokens.isEmpty else { return }
        for _ in 0..<2 {
            let token = random.element(tokens).bytes
            replace(.nonASCII, token.upperBound..<token.upperBound, [0xC3, 0xA9])
            replace(.nonASCII, token, [0xE9])
            replace(.nul, token.upperBound..<token.upperBound, [0])
            replace(.byte255, token.upperBound..<token.upperBound, [0xFF])
        }
    }
}
