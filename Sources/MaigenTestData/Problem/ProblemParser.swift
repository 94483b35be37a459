import MaigenDomain

/// Reads `problem.md`: a title, then sections under the headings that setters use in Chinese and English.
package struct ProblemParser {
    /// The largest document accepted.
    package static let maximumBytes = 1 << 20
    /// The most samples accepted.
    package static let maximumSamples = 50

    private struct Section {
        var heading: ProblemHeading
        var title: String
        var line: Int
        var lines: [String] = []
        /// The fenced blocks, in order.
        var blocks: [String] = []
    }

    /// The problem that `text` holds. Line ends may be CRLF, a byte order mark and trailing spaces do not matter.
    package static func parse(_ text: String) throws(ProblemParseError) -> ProblemDocument {
        guard text.utf8.count <= maximumBytes else { throw .tooLarge(bytes: text.utf8.count) }
        let lines = try lines(of: text)
        let (title, sections) = try sections(of: lines)
        guard let title, !title.isEmpty else { throw .missingTitle }
        func body(_ heading: ProblemHeading) throws(ProblemParseError) -> String? {
            let found = sections.filter { $0.heading == heading }
            if found.count > 1, heading != .constraints, heading != .note {
                throw .repeatedSection(line: found[1].line, heading: found[1].title)
            }
            if found.isEmpty { return nil }
            return found.map { trimmed($0.lines) }.joined(separator: "\n\n")
        }
        let description = try body(.description) ?? ""
        guard let input = try body(.input), !input.isEmpty else {
            throw .missingSection(Localized(zh: "输入格式", en: "Input"))
        }
        guard let output = try body(.output) else { throw .missingSection(Localized(zh: "输出格式", en: "Output")) }
        let stated = [try body(.constraints), try body(.note).map(NotePromises.lines)]
        let bounds = stated.compactMap { $0 }.filter { !$0.isEmpty }
        let constraints = bounds.isEmpty ? nil : bounds.joined(separator: "\n\n")
        return ProblemDocument(
            title: title, description: description, input: input, output: output, constraints: constraints,
            samples: try samples(sections))
    }

    private static func lines(of text: String) throws(ProblemParseError) -> [String] {
        var result: [String] = []
        var current: [UInt8] = []
        var previousWasReturn = false
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        for byte in bytes {
            switch byte {
            case 0: throw .nulByte(line: result.count + 1)
            case 0x0D:
                result.append(String(decoding: current, as: UTF8.self))
                current = []
            case 0x0A:
                if !previousWasReturn {
                    result.append(String(decoding: current, as: UTF8.self))
                    current = []
                }
            default: current.append(byte)
            }
            previousWasReturn = byte == 0x0D
        }
        if !current.isEmpty { result.append(String(decoding: current, as: UTF8.self)) }
        return result
    }

    /// Splits at headings outside fenced blocks.
    private static func sections(of lines: [String]) throws(ProblemParseError) -> (title: String?, [Section]) {
        var title: String?
        var sections: [Section] = []
        var fence: (mark: Character, width: Int, line: Int)?
        var block: [String] = []
        for (index, line) in lines.enumerated() {
            let trimmedLine = line.trimmedBlanks
            if let open = fence {
                if isClosing(trimmedLine, open.mark, open.width) {
                    fence = nil
                    if !sections.isEmpty { sections[sections.count - 1].blocks.append(text(of: block)) }
                    if !sections.isEmpty { sections[sections.count - 1].lines.append(line) }
                } else {
                    block.append(line)
                    if !sections.isEmpty { sections[sections.count - 1].lines.append(line) }
                }
                continue
            }
            if let open = opening(trimmedLine) {
                fence = (open.mark, open.width, index + 1)
                block = []
                if !sections.isEmpty { sections[sections.count - 1].lines.append(line) }
                continue
            }
            guard let (level, heading) = heading(trimmedLine) else {
                if !sections.isEmpty { sections[sections.count - 1].lines.append(line) }
                continue
            }
            if level == 1, title == nil {
                title = heading
                continue
            }
            if let known = ProblemHeading(heading) {
                sections.append(Section(heading: known, title: heading, line: index + 1))
            } else if level <= 2 {
                throw .unknownHeading(line: index + 1, heading: heading)
            } else if !sections.isEmpty {
                sections[sections.count - 1].lines.append(line)
            }
        }
        if let fence { throw .unclosedFence(line: fence.line) }
        return (title, sections)
    }

    private static func heading(_ line: String) -> (level: Int, text: String)? {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level), line.dropFirst(level).first.map(\.isWhitespace) ?? false else { return nil }
        var text = line.dropFirst(level).trimmedBlanks
        while text.hasSuffix("#") { text = text.dropLast().trimmedBlanks }
        return (level, text)
    }

    private static func opening(_ line: String) -> (mark: Character, width: Int)? {
        guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
        let width = line.prefix { $0 == mark }.count
        // ```a``` on one line is inline code.
        guard width >= 3, !(mark == "`" && line.dropFirst(width).contains("`")) else { return nil }
        return (mark, width)
    }

    private static func isClosing(_ line: String, _ mark: Character, _ width: Int) -> Bool {
        line.count >= width && line.allSatisfy { $0 == mark }
    }

    /// A fenced block as a text file: LF line ends, one at the end; trailing spaces of lines are not meant.
    private static func text(of block: [String]) -> String {
        var lines = block.map { line in
            var line = Substring(line)
            while let last = line.last, last == " " || last == "\t" { line.removeLast() }
            return String(line)
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func trimmed(_ lines: [String]) -> String {
        var lines = lines[...]
        while lines.first?.trimmedBlanks.isEmpty == true { lines.removeFirst() }
        while lines.last?.trimmedBlanks.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private static func samples(_ sections: [Section]) throws(ProblemParseError) -> [ProblemDocument.Sample] {
        var inputs: [String] = []
        var outputs: [String] = []
        var inputNumbers: [Int?] = []
        var outputNumbers: [Int?] = []
        for section in sections {
            switch section.heading {
            case .sampleInput(let number):
                guard let block = section.blocks.first else {
                    throw .sampleWithoutBlock(line: section.line, heading: section.title)
                }
                inputs.append(block)
                inputNumbers.append(number)
            case .sampleOutput(let number):
                guard let block = section.blocks.first else {
                    throw .sampleWithoutBlock(line: section.line, heading: section.title)
                }
                outputs.append(block)
                outputNumbers.append(number)
            case .samples:
                // Blocks in turn: input, output, input, output.
                for (index, block) in section.blocks.enumerated() {
                    if index.isMultiple(of: 2) { inputs.append(block) } else { outputs.append(block) }
                }
            case .description, .input, .output, .constraints, .note, .ignored: break
            }
        }
        guard !inputs.isEmpty else { throw .missingSection(Localized(zh: "样例输入", en: "Sample Input")) }
        guard inputs.count == outputs.count else {
            throw .unmatchedSamples(inputs: inputs.count, outputs: outputs.count)
        }
        guard inputs.count <= maximumSamples else { throw .tooManySamples(inputs.count) }
        // Where both sides are numbered, the numbers pair them.
        let numbers = inputNumbers.compactMap { $0 }
        if numbers.count == inputs.count, Set(numbers).count == numbers.count,
            Set(outputNumbers.compactMap { $0 }) == Set(numbers)
        {
            return numbers.indices.map { index in
                let other = outputNumbers.firstIndex { $0 == numbers[index] } ?? index
                return ProblemDocument.Sample(input: inputs[index], output: outputs[other])
            }
        }
        return zip(inputs, outputs).map { ProblemDocument.Sample(input: $0, output: $1) }
    }
}
