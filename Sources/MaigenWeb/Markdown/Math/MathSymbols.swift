/// The names and signs of formulas, each with its class.
enum MathSymbols {
    /// The sign that a command without arguments stands for.
    static let commands: [String: (kind: MathAtom.Kind, html: String)] = {
        var commands: [String: (kind: MathAtom.Kind, html: String)] = [:]
        func add(_ kind: MathAtom.Kind, _ pairs: String, _ wrap: (Substring) -> String = { String($0) }) {
            let words = pairs.split(whereSeparator: \.isWhitespace)
            for index in stride(from: 0, to: words.count - 1, by: 2) {
                commands[String(words[index])] = (kind, wrap(words[index + 1]))
            }
        }
        add(.ordinary, greek) { "<i>\($0)</i>" }
        add(.ordinary, ordinary)
        add(.binary, binary)
        add(.relation, relations)
        add(.opening, "lfloor ⌊ lceil ⌈ langle ⟨ lbrace { lbrack [ lvert | lVert ‖ lgroup ⟮")
        add(.closing, "rfloor ⌋ rceil ⌉ rangle ⟩ rbrace } rbrack ] rvert | rVert ‖ rgroup ⟯")
        add(.punctuation, "colon : comma ,")
        return commands
    }()

    /// Signs that may be typed as they are; what is not ASCII, by the commands that mean the same.
    static let typed: [Unicode.Scalar: (kind: MathAtom.Kind, html: String)] = {
        var typed: [Unicode.Scalar: (kind: MathAtom.Kind, html: String)] = [:]
        for (_, symbol) in commands.sorted(by: { $0.key < $1.key }) {
            if let scalar = symbol.html.unicodeScalars.first, symbol.html.unicodeScalars.count == 1, !scalar.isASCII {
                typed[scalar] = symbol
            }
        }
        for sign in "()[]" {
            typed[sign.unicodeScalars.first!] = ("([".contains(sign) ? .opening : .closing, "\(sign)")
        }
        for sign in "!?" { typed[sign.unicodeScalars.first!] = (.closing, "\(sign)") }
        for sign in "./|@\"" {
            typed[sign.unicodeScalars.first!] = (.ordinary, SafeHTML.escaping(String(sign)))
        }
        for sign in ",;" { typed[sign.unicodeScalars.first!] = (.punctuation, "\(sign)") }
        typed["-"] = (.binary, "−")
        typed["+"] = (.binary, "+")
        typed["*"] = (.binary, "∗")
        typed["="] = (.relation, "=")
        typed[":"] = (.relation, ":")
        typed["<"] = (.relation, "&lt;")
        typed[">"] = (.relation, "&gt;")
        typed["'"] = (.ordinary, "′")
        typed["‖"] = (.ordinary, "‖")
        typed["⊥"] = (.relation, "⊥")
        typed["·"] = (.binary, "·")
        typed["−"] = (.binary, "−")
        return typed
    }()

    private static let greek = """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
        mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ
        psi ψ omega ω ell ℓ imath ı jmath ȷ
        """
    private static let ordinary = """
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ infin ∞ emptyset ∅
        varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ dots … ldots … dotso … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮
        ddots ⋱ prime ′ partial ∂ nabla ∇ angle ∠ triangle △ square □ Box □ blacksquare ■ bigstar ★ hbar ℏ Re ℜ Im ℑ
        aleph ℵ wp ℘ top ⊤ bot ⊥ vert | Vert ‖ backslash \\ degree ° clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠
        checkmark ✓ N ℕ R ℝ Z ℤ surd √ flat ♭ sharp ♯ natural ♮ S § P ¶
        """
    private static let binary = """
        times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
        wedge ∧ land ∧ setminus ∖ smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bmod mod amalg ⨿ dagger †
        wr ≀ diamond ⋄ veebar ⊻ barwedge ⊼ centerdot ⋅ ltimes ⋉ rtimes ⋊ triangleleft ◃ triangleright ▹
        """
    private static let relations = """
        le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ lt &lt; gt &gt; sim ∼ simeq ≃ approx ≈ cong ≅ equiv ≡
        propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ nsubseteq ⊈ supset ⊃ supseteq ⊇ supsetneq ⊋ to →
        rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹
        impliedby ⟸ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓
        updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightleftharpoons ⇌ hookrightarrow ↪
        leadsto ⇝ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ ll ≪ gg ≫ prec ≺ preceq ⪯ succ ≻ succeq ⪰ vdash ⊢ models ⊨
        because ∵ therefore ∴ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lesssim ≲ gtrsim ≳ triangleq ≜ doteq ≐ asymp ≍ bowtie ⋈
        rightrightarrows ⇉ leqq ≦ geqq ≧ lessgtr ≶ coloneqq ≔
        """

    /// Signs that are larger in displayed formulas; integrals keep their limits beside them.
    static let large: [String: String] = [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigvee": "⋁", "bigwedge": "⋀",
        "bigoplus": "⨁", "bigotimes": "⨂", "bigodot": "⨀", "bigsqcup": "⨆", "biguplus": "⨄", "int": "∫", "iint": "∬",
        "iiint": "∭", "oint": "∮",
    ]

    /// Functions by name: true where an index stands under a displayed one.
    static let functions: [String: Bool] = {
        var functions: [String: Bool] = [:]
        for name in "log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan deg dim hom ker arg"
            .split(separator: " ")
        { functions[String(name)] = false }
        for name in "min max gcd lim sup inf det Pr limsup liminf argmax argmin".split(separator: " ") {
            functions[String(name)] = true
        }
        return functions
    }()

    /// Room that a command asks for.
    static let spaces: [String: String] = [
        ",": "\u{2009}", ";": "\u{2005}", ":": "\u{205F}", ">": "\u{205F}", "!": "", " ": " ",
        "quad": "\u{2003}", "qquad": "\u{2003}\u{2003}", "thinspace": "\u{2009}", "enspace": "\u{2002}",
        "space": " ", "nobreakspace": "\u{A0}", "allowbreak": "", "displaylimits": "", "nonumber": "", "hfill": "",
    ]

    /// Marks over something: the class of `site.css` and the mark.
    static let marks: [String: (class: String, mark: String)] = [
        "overline": ("overline", ""), "bar": ("overline", ""), "underline": ("underline", ""), "boxed": ("boxed", ""),
        "hat": ("accent", "^"), "widehat": ("accent", "^"), "tilde": ("accent", "~"), "widetilde": ("accent", "~"),
        "vec": ("accent arrow", "→"), "overrightarrow": ("accent arrow", "→"), "overleftarrow": ("accent arrow", "←"),
        "dot": ("accent", "˙"),
        "ddot": ("accent", "¨"), "check": ("accent", "ˇ"), "mathring": ("accent", "˚"),
    ]

    /// Alphabets: the class of `site.css`; empty for upright letters of the formula's own font.
    static let alphabets: [String: String] = [
        "mathrm": "", "operatorname": "", "rm": "", "mathit": "it", "it": "it", "mathbf": "bf", "bf": "bf",
        "boldsymbol": "bf", "bm": "bf", "mathbb": "bb", "Bbb": "bb", "mathcal": "cal", "cal": "cal", "mathscr": "cal",
        "mathfrak": "frak", "frak": "frak", "mathsf": "sf", "sf": "sf", "mathtt": "tt", "tt": "tt",
    ]

    /// Words within a formula.
    static let texts: [String: String] = [
        "text": "", "textrm": "", "textnormal": "", "mbox": "", "hbox": "", "textup": "", "textit": "it",
        "emph": "it", "textbf": "bf", "textsf": "sf", "texttt": "tt",
    ]

    /// What only KaTeX can set: colours, braces over several pieces, arrows as long as their words, struck-out pieces.
    static let katexOnly: Set = [
        "color", "textcolor", "colorbox", "fcolorbox", "overbrace", "underbrace", "xrightarrow", "xleftarrow",
        "xleftrightarrow", "xRightarrow", "xLeftarrow", "xmapsto", "cancel", "bcancel", "xcancel", "sout", "phantom",
        "hphantom", "vphantom", "smash", "raisebox", "rule", "hspace", "kern", "mkern", "mskip", "hskip", "tag", "verb",
        "cfrac",
        "large", "Large", "LARGE", "huge", "Huge", "small", "footnotesize", "scriptsize", "tiny", "normalsize",
        "underleftarrow", "underrightarrow", "overleftrightarrow", "genfrac", "mathchoice", "hline", "dashline",
    ]
}
