/// Formulas as most statements have them, set as HTML by the server: names, numbers, indices, powers, relations.
///
/// Such a page needs neither JavaScript nor KaTeX, which is larger than everything else of the page together. Whatever
/// takes more than a line of letters (fractions, sums with limits, matrices) is left to KaTeX.
struct SimpleMath {
    private var rest: Substring.UnicodeScalarView
    private var html = ""
    /// Whether what stands before can be the left side of an operator.
    private var hasLeft = false

    /// The HTML of `latex`; nil where it is not that simple.
    static func html(_ latex: String) -> SafeHTML? {
        guard latex.utf8.count <= 500 else { return nil }
        return line(latex.unicodeScalars[...], depth: 0).map { SafeHTML(trusted: $0) }
    }

    private static func line(_ latex: Substring.UnicodeScalarView, depth: Int) -> String? {
        guard depth <= 3 else { return nil }
        var math = SimpleMath(rest: latex)
        while let next = math.rest.first {
            guard math.take(next, depth) else { return nil }
        }
        return math.html
    }

    private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

    /// Sets what begins with `next`; false where it is not simple.
    private mutating func take(_ next: Unicode.Scalar, _ depth: Int) -> Bool {
        switch next {
        case " ", "\t", "\n", "\r", "~":
            rest.removeFirst()
        case "a"..."z", "A"..."Z":
            put("<i>\(next)</i>", isLeft: true)
        case "0"..."9":
            let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
            rest.removeFirst(digits.count)
            html += String(digits)
            hasLeft = true
        case "(", "[": put(String(next), isLeft: false)
        case ")", "]", "!", "'", ".": put(next == "'" ? "′" : String(next), isLeft: true)
        case "|", "/": put(String(next), isLeft: next == "|" && !hasLeft ? false : next == "|")
        case ",", ";", ":": put("\(next)\u{2009}", isLeft: false)
        case "+", "-", "=", "<", ">", "*":
            operate(next == "-" ? "−" : next == "*" ? "∗" : SafeHTML.escaping(String(next)), 1)
        case "_", "^": return indices(depth)
        case "{":
            guard let group = argument(), let inner = Self.line(group, depth: depth + 1) else { return false }
            html += inner
            hasLeft = true
        case "\\": return command(depth)
        default: return false
        }
        return true
    }

    private mutating func put(_ text: String, isLeft: Bool) {
        rest.removeFirst()
        html += text
        hasLeft = isLeft
    }

    /// An operator or relation with room around it, or a sign right before what it belongs to.
    private mutating func operate(_ text: String, _ length: Int) {
        rest.removeFirst(length)
        html += hasLeft ? "\u{205F}\(text)\u{205F}" : text
        hasLeft = false
    }

    /// An index, a power, or both above each other. The marks are hidden: they are read aloud and copied.
    private mutating func indices(_ depth: Int) -> Bool {
        var parts: [Unicode.Scalar: String] = [:]
        while let mark = rest.first, mark == "_" || mark == "^" {
            rest.removeFirst()
            guard parts[mark] == nil, let group = argument(), let inner = Self.line(group, depth: depth + 1) else {
                return false
            }
            let tag = mark == "_" ? "sub" : "sup"
            parts[mark] = "<\(tag)><span class=\"visually-hidden\">\(mark)</span>\(inner)</\(tag)>"
        }
        switch (parts["^"], parts["_"]) {
        case (let power?, let index?): html += "<span class=\"both\">\(power)\(index)</span>"
        case (let power, let index): html += power ?? index ?? ""
        }
        hasLeft = true
        return true
    }

    /// The argument that begins here: a group without its braces, a command, or one character.
    private mutating func argument() -> Substring.UnicodeScalarView? {
        guard let first = rest.first else { return nil }
        var end = rest.index(after: rest.startIndex)
        if first == "{" {
            var depth = 1
            while depth > 0 {
                guard end < rest.endIndex, rest[end] != "\\" || rest.index(after: end) < rest.endIndex else {
                    return nil
                }
                if rest[end] == "\\" {
                    end = rest.index(after: end)
                } else if rest[end] == "{" {
                    depth += 1
                } else if rest[end] == "}" {
                    depth -= 1
                }
                end = rest.index(after: end)
            }
            defer { rest = rest[end...] }
            return rest[rest.index(after: rest.startIndex)..<rest.index(before: end)]
        }
        if first == "\\" {
            while end < rest.endIndex, rest[end].properties.isAlphabetic { end = rest.index(after: end) }
        }
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private mutating func command(_ depth: Int) -> Bool {
        let name = String(rest.dropFirst().prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) })
        if name.isEmpty {
            guard let next = rest.dropFirst().first else { return false }
            let texts: [Unicode.Scalar: String] = [
                ",": "\u{2009}", ";": "\u{2005}", ":": "\u{205F}", "!": "", " ": " ", "{": "{", "}": "}", "%": "%",
                "_": "_", "#": "#", "&": "&amp;", "$": "$",
            ]
            guard let text = texts[next] else { return false }
            rest.removeFirst(2)
            html += text
            hasLeft = next == "}" || (next != "{" && hasLeft)
            return true
        }
        let length = name.utf8.count + 1
        if let relation = Self.relations[name] {
            operate(relation, length)
        } else if let letter = Self.letters[name] {
            rest.removeFirst(length)
            html += letter
            hasLeft = !name.hasPrefix("l") || name == "ldots" || name == "lambda"
        } else if Self.functions.contains(name) {
            rest.removeFirst(length)
            html += (hasLeft ? "\u{2009}" : "") + name
            // A bracket or an index follows at once, anything else after a little room.
            let next = rest.first { $0 != " " }
            if let next, !"(_^{".unicodeScalars.contains(next) { html += "\u{2009}" }
            hasLeft = false
        } else if Self.upright.contains(name) {
            rest.removeFirst(length)
            guard rest.first == "{", let words = argument(),
                !words.contains(where: { "\\{}$".unicodeScalars.contains($0) })
            else { return false }
            html += SafeHTML.escaping(String(words))
            hasLeft = true
        } else {
            return false
        }
        return true
    }

    private static let relations = [
        "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠", "neq": "≠",
        "lt": "&lt;", "gt": "&gt;", "times": "×", "cdot": "·", "div": "÷", "pm": "±", "sim": "∼", "approx": "≈",
        "equiv": "≡", "in": "∈", "notin": "∉", "cup": "∪", "cap": "∩", "subseteq": "⊆", "to": "→", "rightarrow": "→",
        "leftarrow": "←", "land": "∧", "lor": "∨", "oplus": "⊕", "mid": "∣", "bmod": "mod", "ll": "≪", "gg": "≫",
    ]
    private static let letters = [
        "dots": "…", "ldots": "…", "cdots": "⋯", "infty": "∞", "emptyset": "∅", "lfloor": "⌊", "rfloor": "⌋",
        "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "quad": "\u{2003}", "alpha": "<i>α</i>",
        "beta": "<i>β</i>", "gamma": "<i>γ</i>", "delta": "<i>δ</i>", "epsilon": "<i>ϵ</i>", "varepsilon": "<i>ε</i>",
        "theta": "<i>θ</i>", "lambda": "<i>λ</i>", "mu": "<i>μ</i>", "pi": "<i>π</i>", "rho": "<i>ρ</i>",
        "sigma": "<i>σ</i>", "tau": "<i>τ</i>", "phi": "<i>ϕ</i>", "varphi": "<i>φ</i>", "omega": "<i>ω</i>",
        "Delta": "Δ", "Theta": "Θ", "Sigma": "Σ", "Omega": "Ω",
    ]
    private static let functions: Set = ["log", "ln", "min", "max", "gcd", "exp", "sin", "cos", "deg"]
    private static let upright: Set = ["text", "mathrm", "texttt", "operatorname", "mathtt", "textit"]
}
