/// Finds the mathematics in Markdown before it is parsed: `_` and `*` between dollar signs are no emphasis.
struct MathSpans {
    /// The text with each formula replaced by a mark that Markdown leaves alone.
    private(set) var text = ""
    /// The formulas, in their order.
    private(set) var formulas: [(latex: String, isDisplay: Bool)] = []

    private static let open: Character = "\u{E000}"
    private static let close: Character = "\u{E001}"

    /// - Parameter markdown: marks of ours in it are removed first, so that nobody can name a formula that is not there.
    init(in markdown: String) {
        let characters = Array(markdown.filter { $0 != Self.open && $0 != Self.close })
        var index = 0
        var fence: Int?
        var isAtLineStart = true
        func run(of character: Character, at start: Int) -> Int {
            var end = start
            while end < characters.count, characters[end] == character { end += 1 }
            return end - start
        }
        while index < characters.count {
            let character = characters[index]
            if isAtLineStart {
                isAtLineStart = false
                let indent = min(run(of: " ", at: index), 3)
                let ticks = run(of: "`", at: index + indent)
                if ticks >= 3, fence.map({ ticks >= $0 }) ?? true {
                    fence = fence == nil ? ticks : nil
                    copyLine()
                    continue
                }
            }
            if fence != nil {
                copyLine()
            } else if character == "`" {
                copyCode()
            } else if character == "\\", index + 1 < characters.count {
                text.append(character)
                text.append(characters[index + 1])
                isAtLineStart = characters[index + 1].isNewline
                index += 2
            } else if character == "$", let length = formula(at: index) {
                text.append(Self.open)
                text += String(formulas.count - 1)
                text.append(Self.close)
                index += length
            } else {
                text.append(character)
                isAtLineStart = character.isNewline
                index += 1
            }
        }

        func copyLine() {
            while index < characters.count {
                text.append(characters[index])
                index += 1
                if characters[index - 1].isNewline { break }
            }
            isAtLineStart = true
        }

        /// Inline code, which ends with as many backticks as it began with; without an end they are just backticks.
        func copyCode() {
            let ticks = run(of: "`", at: index)
            var end = index + ticks
            while end < characters.count {
                let length = run(of: "`", at: end)
                if length == ticks { break }
                end += max(length, 1)
            }
            let stop = end < characters.count ? end + ticks : index + ticks
            text += String(characters[index..<stop])
            index = stop
        }

        /// Takes the formula that begins at a dollar sign; its length with both ends, nil where there is none.
        func formula(at start: Int) -> Int? {
            let isDisplay = start + 1 < characters.count && characters[start + 1] == "$"
            let width = isDisplay ? 2 : 1
            var end = start + width
            // "$5 and $6" is money: inline formulas neither begin nor end with a space, and end on their own paragraph.
            if !isDisplay, end >= characters.count || characters[end].isWhitespace { return nil }
            while end < characters.count {
                if characters[end] == "\\" {
                    end += 2
                    continue
                }
                if characters[end].isNewline, end + 1 < characters.count, characters[end + 1].isNewline { return nil }
                if characters[end] == "$" {
                    if isDisplay, end + 1 >= characters.count || characters[end + 1] != "$" { return nil }
                    if !isDisplay, characters[end - 1].isWhitespace { return nil }
                    let latex = String(characters[(start + width)..<end])
                    guard !latex.allSatisfy(\.isWhitespace) else { return nil }
                    formulas.append((latex, isDisplay))
                    return end + width - start
                }
                end += 1
            }
            return nil
        }
    }

    /// `html` with each mark replaced by its formula: set by the server, or as text: for KaTeX to set where only it
    /// can, and else as it was written.
    func restored(in html: String) -> String {
        guard !formulas.isEmpty else { return html }
        var result = ""
        var rest = html[...]
        while let open = rest.firstIndex(of: Self.open), let close = rest[open...].firstIndex(of: Self.close) {
            result += rest[..<open]
            if let number = Int(rest[rest.index(after: open)..<close]), formulas.indices.contains(number) {
                let (latex, isDisplay) = formulas[number]
                result += Self.html(latex, isDisplay)
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func html(_ latex: String, _ isDisplay: Bool) -> String {
        let display = isDisplay ? " data-display" : ""
        do {
            return "<span class=\"tex\"\(display)>\(try MathHTML.html(latex, isDisplay: isDisplay).text)</span>"
        } catch {
            let source = SafeHTML.escaping(latex)
            switch error {
            case .onlyKaTeX: return "<span class=\"tex\"\(display) data-katex>\(source)</span>"
            case .refused: return "<code>\(source)</code>"
            }
        }
    }
}
