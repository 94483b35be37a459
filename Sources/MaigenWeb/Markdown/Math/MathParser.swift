/// Why a formula is not set by the server.
enum MathFault: Error {
    /// It is right, and KaTeX can set it.
    case onlyKaTeX
    /// It is not LaTeX, or nothing that a statement needs: it is shown as it was written.
    case refused
}

/// Reads a formula in LaTeX's notation.
struct MathParser {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0
    /// The class of letters; nil for slanted ones.
    private var alphabet: String?

    /// Longer formulas are refused, and so are deeper ones.
    private static let lengthLimit = 4_000
    private static let depthLimit = 24

    /// - Throws: where it cannot be set.
    static func parse(_ latex: String) throws(MathFault) -> [MathAtom] {
        guard latex.utf8.count <= lengthLimit else { throw .refused }
        var parser = MathParser(scalars: Array(latex.unicodeScalars))
        let row = try parser.row()
        // A line break outside of a grid.
        if parser.commandName() == "\\" { throw .onlyKaTeX }
        guard parser.index == parser.scalars.count else { throw .refused }
        return row
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// Chinese, and the punctuation around it: in formulas of statements these are words.
    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        (0x3001...0x9FFF).contains(scalar.value) || (0xFF01...0xFFEF).contains(scalar.value)
    }

    private mutating func skipSpaces() {
        while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" { index += 1 }
    }

    /// The name of the command that begins here, without taking it; nil where there is none.
    private func commandName() -> String? {
        guard next == "\\", index + 1 < scalars.count else { return nil }
        var end = index + 1
        while end < scalars.count, Self.isLetter(scalars[end]) { end += 1 }
        return String(String.UnicodeScalarView(scalars[index + 1..<max(end, index + 2)]))
    }

    private mutating func takeCommand(_ name: String) {
        index += 1 + name.unicodeScalars.count
    }

    /// Pieces up to the end of what is around them, which is not taken: `}`, `&`, `\\`, `\right`, `\end` or the end.
    private mutating func row() throws(MathFault) -> [MathAtom] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw .refused }
        let outer = alphabet
        defer { alphabet = outer }
        var atoms: [MathAtom] = []
        while true {
            skipSpaces()
            guard let scalar = next, scalar != "}", scalar != "&" else { return atoms }
            if let name = commandName() {
                switch name {
                case "\\", "cr", "right", "end", "middle": return atoms
                case "over", "choose", "atop":
                    takeCommand(name)
                    let fraction = MathAtom(
                        .ordinary, .fraction(atoms, try row(), hasLine: name == "over", isLarge: nil))
                    return name == "choose" ? [MathAtom(.ordinary, .fenced("(", [fraction], ")"))] : [fraction]
                case "displaystyle", "textstyle", "scriptstyle":
                    takeCommand(name)
                    let rest = MathAtom(.ordinary, .styled(try row(), isDisplay: name == "displaystyle"))
                    return atoms + [rest]
                case "rm", "it", "bf", "cal", "frak", "sf", "tt":
                    takeCommand(name)
                    alphabet = MathSymbols.alphabets[name]
                    continue
                default: break
                }
            }
            atoms.append(try scripted())
        }
    }

    /// One piece with its index and power.
    private mutating func scripted() throws(MathFault) -> MathAtom {
        var atom = next == "_" || next == "^" ? MathAtom(.ordinary, .row([])) : try piece()
        while true {
            skipSpaces()
            if next == "_" || next == "^" {
                let isLower = next == "_"
                index += 1
                guard (isLower ? atom.lower : atom.upper) == nil else { throw .refused }
                let argument = try argument()
                if isLower { atom.lower = argument } else { atom.upper = argument }
            } else if let name = commandName(), name == "limits" || name == "nolimits" {
                takeCommand(name)
                atom.limitsAreForced = name == "limits"
            } else {
                return atom
            }
        }
    }

    /// A group without its braces, or one piece.
    private mutating func argument() throws(MathFault) -> [MathAtom] {
        skipSpaces()
        guard next == "{" else { return [try piece()] }
        index += 1
        let inner = try row()
        guard next == "}" else { throw .refused }
        index += 1
        return inner
    }

    private mutating func piece() throws(MathFault) -> MathAtom {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit, let scalar = next else { throw .refused }
        if scalar == "{" { return MathAtom(.ordinary, .row(try argument())) }
        if let name = commandName() { return try command(name) }
        if ("0"..."9").contains(scalar) {
            var digits = ""
            while let digit = next, ("0"..."9").contains(digit) || digit == "." && !digits.contains(".") {
                digits.unicodeScalars.append(digit)
                index += 1
            }
            return symbol(.ordinary, digits)
        }
        index += 1
        if Self.isLetter(scalar) { return letter(String(scalar)) }
        if scalar == "~" { return MathAtom(.space, .symbol("\u{A0}")) }
        if Self.isChinese(scalar) {
            var words = String(scalar)
            while let following = next, Self.isChinese(following) {
                words.unicodeScalars.append(following)
                index += 1
            }
            return symbol(.ordinary, words, "words")
        }
        guard let sign = MathSymbols.typed[scalar] else { throw .refused }
        return MathAtom(sign.kind, .symbol(sign.html))
    }

    private func letter(_ name: String) -> MathAtom {
        guard let alphabet else { return MathAtom(.ordinary, .symbol("<i>\(name)</i>")) }
        return symbol(.ordinary, name, alphabet)
    }

    private func symbol(_ kind: MathAtom.Kind, _ html: String) -> MathAtom {
        symbol(kind, html, alphabet == "bf" || alphabet == "tt" || alphabet == "bb" ? alphabet ?? "" : "")
    }

    private func symbol(_ kind: MathAtom.Kind, _ html: String, _ alphabet: String) -> MathAtom {
        MathAtom(kind, .symbol(alphabet.isEmpty ? html : "<span class=\"\(alphabet)\">\(html)</span>"))
    }

    // Commands

    private mutating func command(_ name: String) throws(MathFault) -> MathAtom {
        takeCommand(name)
        if let sign = MathSymbols.commands[name] {
            return MathAtom(sign.kind, .symbol(sign.html))
        } else if let space = MathSymbols.spaces[name] {
            return MathAtom(.space, .symbol(space))
        } else if let sign = MathSymbols.large[name] {
            var atom = MathAtom(.largeOperator, .large(sign))
            atom.takesLimits = !name.hasSuffix("int")
            return atom
        } else if let takesLimits = MathSymbols.functions[name] {
            var atom = MathAtom(.largeOperator, .symbol(name))
            atom.takesLimits = takesLimits
            return atom
        } else if let mark = MathSymbols.marks[name] {
            return MathAtom(.ordinary, .marked(try argument(), class: mark.class, mark: mark.mark))
        } else if let words = MathSymbols.texts[name] {
            return symbol(.ordinary, try text(), words.isEmpty ? "words" : "words \(words)")
        } else if let alphabet = MathSymbols.alphabets[name] {
            if name == "operatorname", next == "*" { index += 1 }
            let outer = self.alphabet
            self.alphabet = alphabet
            defer { self.alphabet = outer }
            return MathAtom(name == "operatorname" ? .largeOperator : .ordinary, .row(try argument()))
        }
        return try construction(name)
    }

    /// A command with arguments.
    private mutating func construction(_ name: String) throws(MathFault) -> MathAtom {
        switch name {
        case "{", "lbrace": return MathAtom(.opening, .symbol("{"))
        case "}", "rbrace": return MathAtom(.closing, .symbol("}"))
        case "|": return MathAtom(.ordinary, .symbol("‖"))
        case "%", "_", "#", "$", "&": return symbol(.ordinary, SafeHTML.escaping(name))
        case "frac", "dfrac", "tfrac":
            return MathAtom(
                .ordinary,
                .fraction(
                    try argument(), try argument(), hasLine: true, isLarge: name == "frac" ? nil : name == "dfrac"))
        case "binom", "dbinom", "tbinom":
            let pair = MathAtom(
                .ordinary,
                .fraction(
                    try argument(), try argument(), hasLine: false, isLarge: name == "binom" ? nil : name == "dbinom"))
            return MathAtom(.ordinary, .fenced("(", [pair], ")"))
        case "sqrt":
            skipSpaces()
            let degree = next == "[" ? try bracketed() : nil
            return MathAtom(.ordinary, .root(try argument(), degree: degree))
        case "overset", "stackrel":
            let above = try argument()
            return MathAtom(.relation, .stacked(try argument(), above: above, below: nil))
        case "underset":
            let below = try argument()
            return MathAtom(.relation, .stacked(try argument(), above: nil, below: below))
        case "substack":
            skipSpaces()
            guard next == "{" else { throw .refused }
            index += 1
            let grid = MathGrid(rows: try rows(), shape: "centred")
            guard next == "}" else { throw .refused }
            index += 1
            return MathAtom(.ordinary, .grid(grid))
        case "mathop", "mathbin", "mathrel", "mathord":
            var atom = MathAtom(
                name == "mathop"
                    ? .largeOperator : name == "mathbin" ? .binary : name == "mathrel" ? .relation : .ordinary,
                .row(try argument()))
            atom.takesLimits = name == "mathop"
            return atom
        case "pmod", "pod":
            let modulus = try argument()
            let sign = name == "pmod" ? [MathAtom(.largeOperator, .symbol("mod"))] : []
            return MathAtom(
                .ordinary,
                .row(
                    [MathAtom(.space, .symbol("\u{2002}")), MathAtom(.opening, .symbol("("))] + sign + modulus
                        + [MathAtom(.closing, .symbol(")"))]))
        case "mod": return MathAtom(.binary, .symbol("mod"))
        case "not":
            skipSpaces()
            guard case .symbol(let sign) = try piece().nucleus else { throw .refused }
            return MathAtom(.relation, .symbol(sign + "\u{338}"))
        case "left": return try fenced()
        case "begin": return try environment()
        default: break
        }
        if let size = Self.size(of: name) {
            let side: MathAtom.Kind =
                name.hasSuffix("l")
                ? .opening : name.hasSuffix("r") ? .closing : name.hasSuffix("m") ? .relation : .ordinary
            return MathAtom(side, .symbol("<span class=\"s\(size)\">\(SafeHTML.escaping(try delimiter()))</span>"))
        }
        throw MathSymbols.katexOnly.contains(name) ? .onlyKaTeX : .refused
    }

    /// `\big`, `\Bigl` and their kin.
    private static func size(of name: String) -> Int? {
        let stem = name.count > 3 && "lrm".contains(name.last ?? " ") ? String(name.dropLast()) : name
        return ["big": 1, "Big": 2, "bigg": 3, "Bigg": 4][stem]
    }

    /// The degree of a root.
    private mutating func bracketed() throws(MathFault) -> [MathAtom] {
        index += 1
        var atoms: [MathAtom] = []
        while next != "]" {
            skipSpaces()
            if next == "]" { break }
            guard next != nil, next != "}", next != "&" else { throw .refused }
            atoms.append(try scripted())
        }
        index += 1
        return atoms
    }

    /// The room after a row, as in `\\[2pt]`, which every row gets from `site.css`.
    private mutating func skipLength() throws(MathFault) {
        guard let end = scalars[index...].prefix(12).firstIndex(of: "]") else { throw .refused }
        index = end + 1
    }

    /// Words in braces, as they are.
    private mutating func text() throws(MathFault) -> String {
        skipSpaces()
        guard next == "{" else { throw .refused }
        index += 1
        var words = ""
        while let scalar = next, scalar != "}" {
            if scalar == "\\" {
                guard let name = commandName(), "{}_%#&$ ".contains(name) else { throw .refused }
                words += name
                takeCommand(name)
                continue
            }
            guard scalar != "{", scalar != "$", !scalar.properties.isBidiControl else { throw .refused }
            words.unicodeScalars.append(scalar == "~" ? "\u{A0}" : scalar)
            index += 1
        }
        guard next == "}" else { throw .refused }
        index += 1
        return SafeHTML.escaping(words)
    }

    /// What `\left` opens and `\right` closes.
    private mutating func fenced() throws(MathFault) -> MathAtom {
        let opening = try delimiter()
        var inner = try row()
        while commandName() == "middle" {
            takeCommand("middle")
            inner.append(MathAtom(.relation, .symbol(SafeHTML.escaping(try delimiter()))))
            inner += try row()
        }
        guard commandName() == "right" else { throw .refused }
        takeCommand("right")
        return MathAtom(.ordinary, .fenced(opening, inner, try delimiter()))
    }

    /// A delimiter as the character it is; empty for `.`, which draws nothing.
    private mutating func delimiter() throws(MathFault) -> String {
        skipSpaces()
        guard let scalar = next else { throw .refused }
        if let name = commandName() {
            takeCommand(name)
            switch name {
            case "{", "lbrace": return "{"
            case "}", "rbrace": return "}"
            case "|", "Vert", "lVert", "rVert": return "‖"
            case "vert", "lvert", "rvert", "mid": return "|"
            case "lfloor": return "⌊"
            case "rfloor": return "⌋"
            case "lceil": return "⌈"
            case "rceil": return "⌉"
            case "langle": return "⟨"
            case "rangle": return "⟩"
            case "lbrack": return "["
            case "rbrack": return "]"
            default: throw .refused
            }
        }
        index += 1
        switch scalar {
        case ".": return ""
        case "<": return "⟨"
        case ">": return "⟩"
        case "(", ")", "[", "]", "|", "/", "⌊", "⌋", "⌈", "⌉", "⟨", "⟩": return String(scalar)
        default: throw .refused
        }
    }

    private mutating func environment() throws(MathFault) -> MathAtom {
        let name = try text()
        guard var grid = MathGrid.named(name) else { throw .refused }
        if name == "array" || name == "alignedat" { _ = try text() }
        grid.rows = try rows()
        guard commandName() == "end" else { throw .refused }
        takeCommand("end")
        guard try text() == name else { throw .refused }
        return MathAtom(.ordinary, .grid(grid))
    }

    /// Rows of cells, up to what ends them.
    private mutating func rows() throws(MathFault) -> [[[MathAtom]]] {
        var rows = [[try row()]]
        while true {
            if next == "&" {
                index += 1
                rows[rows.count - 1].append(try row())
            } else if let name = commandName(), name == "\\" || name == "cr" {
                takeCommand(name)
                if next == "[" { try skipLength() }
                rows.append([try row()])
            } else {
                break
            }
        }
        // The last row may be ended too.
        if let last = rows.last, rows.count > 1, last.allSatisfy(\.isEmpty) { rows.removeLast() }
        return rows
    }
}
