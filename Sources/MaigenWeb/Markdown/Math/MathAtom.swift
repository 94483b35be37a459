/// One piece of a formula, with what stands below and above it. The classes and what they mean for the room between
/// pieces are TeX's: The TeXbook, chapters 17 and 18.
struct MathAtom: Sendable {
    var kind: Kind
    var nucleus: Nucleus
    var lower: [MathAtom]?
    var upper: [MathAtom]?
    /// Whether both stand over and under a displayed piece instead of beside it.
    var takesLimits = false
    /// Said by `\limits` or `\nolimits`.
    var limitsAreForced: Bool?

    init(_ kind: Kind, _ nucleus: Nucleus) {
        self.kind = kind
        self.nucleus = nucleus
    }

    /// How a piece relates to its neighbours.
    enum Kind: Sendable {
        case ordinary, largeOperator, binary, relation, opening, closing, punctuation
        /// Room that was asked for; its neighbours see nothing of it.
        case space
    }

    /// What a piece consists of.
    indirect enum Nucleus: Sendable {
        /// HTML of one line of letters.
        case symbol(String)
        /// A sign such as ∑, which is larger in displayed formulas.
        case large(String)
        case row([MathAtom])
        /// One above the other, with or without a line between; `isLarge` where the size is asked for.
        case fraction([MathAtom], [MathAtom], hasLine: Bool, isLarge: Bool?)
        case root([MathAtom], degree: [MathAtom]?)
        /// Something between delimiters that are as high as it is.
        case fenced(String, [MathAtom], String)
        case grid(MathGrid)
        /// A line, box or mark that belongs to what it is drawn at: a class of `site.css`, and the mark.
        case marked([MathAtom], class: String, mark: String)
        case stacked([MathAtom], above: [MathAtom]?, below: [MathAtom]?)
        /// From here to the end of the row as if the formula were displayed, or not.
        case styled([MathAtom], isDisplay: Bool)
    }

    /// Whether it is higher than a line.
    func isTall(_ isDisplay: Bool) -> Bool {
        func any(_ row: [MathAtom], _ isDisplay: Bool) -> Bool { row.contains { $0.isTall(isDisplay) } }
        switch nucleus {
        case .symbol: return false
        case .large: return isDisplay && (lower != nil || upper != nil || takesLimits)
        case .row(let row), .marked(let row, _, _), .root(let row, _), .fenced(_, let row, _):
            return any(row, isDisplay)
        case .styled(let row, let isDisplay): return any(row, isDisplay)
        case .fraction, .grid, .stacked: return true
        }
    }
}

/// Rows and columns: matrices, cases, aligned equations.
struct MathGrid: Sendable {
    var rows: [[[MathAtom]]]
    /// The class of `site.css` that places its columns.
    var shape: String
    var opening = ""
    var closing = ""

    /// The environments that make one.
    static func named(_ name: String) -> Self? {
        func grid(_ shape: String, _ opening: String = "", _ closing: String = "") -> Self {
            Self(rows: [], shape: shape, opening: opening, closing: closing)
        }
        switch name {
        case "matrix", "smallmatrix", "array", "gathered", "gather", "gather*": return grid("centred")
        case "pmatrix": return grid("centred", "(", ")")
        case "bmatrix": return grid("centred", "[", "]")
        case "Bmatrix": return grid("centred", "{", "}")
        case "vmatrix": return grid("centred", "|", "|")
        case "Vmatrix": return grid("centred", "‖", "‖")
        case "cases", "dcases": return grid("cases", "{", "")
        case "rcases": return grid("cases", "", "}")
        case "aligned", "align", "align*", "split", "alignedat", "eqnarray": return grid("aligned")
        default: return nil
        }
    }
}
