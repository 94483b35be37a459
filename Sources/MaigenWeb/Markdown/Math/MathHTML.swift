/// Sets a formula as HTML, so that pages need neither scripts nor KaTeX, which is larger than everything else of a page
/// together. Letters come from KaTeX's fonts, and places and sizes from classes of `site.css`: inline styles are forbidden.
///
/// Where people see a line, a bar or a place, those who listen or copy get a sign: `10^5`, `(a)/(b)`, `√(n)`.
struct MathHTML {
    private var isDisplay: Bool
    private var isScript = false

    /// The HTML of `latex`.
    ///
    /// - Throws: where the server does not set it.
    static func html(_ latex: String, isDisplay: Bool = false) throws(MathFault) -> SafeHTML {
        SafeHTML(trusted: MathHTML(isDisplay: isDisplay).row(try MathParser.parse(latex)))
    }

    private func row(_ atoms: [MathAtom]) -> String {
        var html = ""
        var left: MathAtom.Kind?
        for (index, atom) in atoms.enumerated() {
            let right = atoms[(index + 1)...].first { $0.kind != .space }?.kind
            let kind = Self.role(of: atom.kind, after: left, before: right)
            html += isScript ? "" : Self.room(between: left, and: kind)
            html += self.html(atom)
            if atom.kind != .space { left = kind }
        }
        return html
    }

    /// A sign between two pieces is an operator; before one it belongs to that one.
    private static func role(
        of kind: MathAtom.Kind, after left: MathAtom.Kind?, before right: MathAtom.Kind?
    ) -> MathAtom.Kind {
        guard kind == .binary else { return kind }
        switch left {
        case nil, .binary, .relation, .opening, .punctuation, .largeOperator: return .ordinary
        case .ordinary, .closing, .space: break
        }
        switch right {
        case nil, .relation, .closing, .punctuation: return .ordinary
        case .ordinary, .largeOperator, .binary, .opening, .space: return .binary
        }
    }

    private static func room(between left: MathAtom.Kind?, and right: MathAtom.Kind) -> String {
        switch (left, right) {
        case (nil, _), (_, .space), (.space, _): ""
        case (.relation, .relation): ""
        case (.relation, _), (_, .relation), (.binary, _), (_, .binary): "\u{205F}"
        case (.punctuation, _): "\u{2009}"
        case (.opening, _), (_, .punctuation), (_, .closing), (.largeOperator, .opening): ""
        case (.largeOperator, _), (_, .largeOperator): "\u{2009}"
        case (.ordinary, _), (.closing, _): ""
        }
    }

    // Pieces

    private func html(_ atom: MathAtom) -> String {
        let html = nucleus(atom.nucleus)
        guard atom.lower != nil || atom.upper != nil else { return html }
        if atom.limitsAreForced ?? (atom.takesLimits && isDisplay) {
            return stacked(html, above: atom.upper, below: atom.lower, marks: ("^", "_"))
        }
        let script = inScript
        let power = atom.upper.map { "<sup>\(hidden("^"))\(script.grouped($0))</sup>" }
        let index = atom.lower.map { "<sub>\(hidden("_"))\(script.grouped($0))</sub>" }
        if atom.isTall(isDisplay) {
            return "<span class=\"tall\">\(html)<span>\(power ?? "<sup></sup>")\(index ?? "")</span></span>"
        }
        guard let power, let index else { return html + (power ?? index ?? "") }
        return html + "<span class=\"both\">\(power)\(index)</span>"
    }

    private var inScript: Self {
        var script = self
        script.isDisplay = false
        script.isScript = true
        return script
    }

    /// What is only copied and read aloud.
    private func hidden(_ text: String) -> String { "<span class=\"visually-hidden\">\(text)</span>" }

    /// A row within brackets that are hidden where it has one piece, as in `10^(n+1)`.
    private func grouped(_ atoms: [MathAtom]) -> String {
        atoms.count > 1 ? hidden("(") + row(atoms) + hidden(")") : row(atoms)
    }

    private func nucleus(_ nucleus: MathAtom.Nucleus) -> String {
        switch nucleus {
        case .symbol(let html): return html
        case .large(let sign): return "<span class=\"\(isDisplay ? "s2" : "s1")\">\(sign)</span>"
        case .row(let row): return self.row(row)
        case .styled(let row, let isDisplay):
            var styled = self
            styled.isDisplay = isDisplay
            return styled.row(row)
        case .fraction(let top, let bottom, let hasLine, let isLarge):
            return fraction(top, bottom, hasLine, isLarge ?? isDisplay)
        case .root(let inner, let degree): return root(inner, degree)
        case .fenced(let opening, let inner, let closing):
            let isTall = inner.contains { $0.isTall(isDisplay) }
            return fenced(opening, row(inner), closing, isTall: isTall)
        case .grid(let grid): return self.grid(grid)
        case .marked(let inner, let shape, let mark):
            guard !mark.isEmpty else { return "<span class=\"\(shape)\">\(row(inner))</span>" }
            return "<span class=\"\(shape)\"><span>\(mark)</span><span>\(row(inner))</span></span>"
        case .stacked(let base, let above, let below):
            return stacked(row(base), above: above, below: below, marks: ("^", "_"))
        }
    }

    private func fraction(_ top: [MathAtom], _ bottom: [MathAtom], _ hasLine: Bool, _ isLarge: Bool) -> String {
        var inner = self
        inner.isDisplay = false
        let sign = hidden(hasLine ? "/" : ",")
        return
            "<span class=\"frac\(isLarge ? " large" : "")\(hasLine ? "" : " bare")\"><span>\(inner.grouped(top))</span>"
            + "<span class=\"bar\">\(sign)\u{200B}</span><span>\(inner.grouped(bottom))</span></span>"
    }

    private func root(_ inner: [MathAtom], _ degree: [MathAtom]?) -> String {
        let order = degree.map { "<sup class=\"degree\">\(inScript.row($0))</sup>" } ?? ""
        return order
            + "<span class=\"root\">\(hidden("√("))\(Self.drawn("√"))<span>\(row(inner))</span>\(hidden(")"))</span>"
    }

    private func fenced(_ opening: String, _ inner: String, _ closing: String, isTall: Bool) -> String {
        guard isTall else { return SafeHTML.escaping(opening) + inner + SafeHTML.escaping(closing) }
        func side(_ sign: String) -> String { sign.isEmpty ? "" : hidden(sign) + Self.drawn(sign) }
        return "<span class=\"fenced\">\(side(opening))<span>\(inner)</span>\(side(closing))</span>"
    }

    private func grid(_ grid: MathGrid) -> String {
        var inner = self
        inner.isDisplay = grid.shape == "aligned" && isDisplay
        let rows = grid.rows.map { cells in
            "<span>" + cells.map { "<span>\(inner.row($0))</span>" }.joined(separator: hidden(" ")) + "</span>"
        }
        let table = "<span class=\"grid \(grid.shape)\">\(rows.joined(separator: hidden("; ")))</span>"
        return fenced(grid.opening, table, grid.closing, isTall: true)
    }

    private func stacked(
        _ base: String, above: [MathAtom]?, below: [MathAtom]?, marks: (above: String, below: String)
    ) -> String {
        let script = inScript
        let top = above.map { "<span class=\"limit\">\(hidden(marks.above))\(script.grouped($0))</span>" } ?? ""
        let bottom =
            below.map { "<span class=\"limit below\">\(hidden(marks.below))\(script.grouped($0))</span>" } ?? ""
        return "<span class=\"stack\">\(top)<span>\(base)</span>\(bottom)</span>"
    }

    /// A sign as high as what stands beside it.
    private static func drawn(_ sign: String) -> String {
        let path =
            switch sign {
            case "(": "M8 0Q-2 50 8 100"
            case ")": "M2 0Q12 50 2 100"
            case "[": "M8 0H3V100H8"
            case "]": "M2 0H7V100H2"
            case "⌊": "M3 0V100H8"
            case "⌋": "M7 0V100H2"
            case "⌈": "M8 0H3V100"
            case "⌉": "M2 0H7V100"
            case "{": "M9 0C2 2 8 46 1 50C8 54 2 98 9 100"
            case "}": "M1 0C8 2 2 46 9 50C2 54 8 98 1 100"
            case "⟨": "M8 0L2 50L8 100"
            case "⟩": "M2 0L8 50L2 100"
            case "‖": "M3 0V100M7 0V100"
            case "√": "M0 60L2 56L5 98L10 0"
            case "/": "M9 0L1 100"
            default: "M5 0V100"
            }
        return
            "<svg viewBox=\"0 0 10 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>"
    }
}
