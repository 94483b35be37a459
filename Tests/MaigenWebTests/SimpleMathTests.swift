import Testing

@testable import MaigenWeb

@Suite struct SimpleMathTests {
    /// What people see of `latex`, without the marks that are only read aloud; nil where KaTeX sets it.
    private func shown(_ latex: String) -> String? {
        SimpleMath.html(latex)?.text.replacing("<span class=\"visually-hidden\">_</span>", with: "")
            .replacing("<span class=\"visually-hidden\">^</span>", with: "")
    }

    @Test func `most formulas of statements are set without scripts`() {
        #expect(shown("n") == "<i>n</i>")
        #expect(shown("1 \\le n \\le 10^5") == "1\u{205F}≤\u{205F}<i>n</i>\u{205F}≤\u{205F}10<sup>5</sup>")
        #expect(shown("a_1, a_2, \\dots, a_n")?.hasPrefix("<i>a</i><sub>1</sub>,") == true)
        #expect(shown("|a_i| \\leq 10^{18}")?.contains("<sup>18</sup>") == true)
        #expect(shown("a_i^2")?.contains("<span class=\"both\"><sup>2</sup><sub><i>i</i></sub></span>") == true)
        #expect(shown("-10^9") == "−10<sup>9</sup>")
        #expect(shown("O(n \\log n)") == "<i>O</i>(<i>n</i>\u{2009}log\u{2009}<i>n</i>)")
        #expect(shown("\\text{abc}") == "abc")
        #expect(shown("\\lfloor n \\rfloor") == "⌊<i>n</i>⌋")
        #expect(shown("2 \\times 10^5") == "2\u{205F}×\u{205F}10<sup>5</sup>")
    }

    @Test func `what is copied and read aloud is unambiguous`() {
        #expect(SimpleMath.html("10^5")?.text == "10<sup><span class=\"visually-hidden\">^</span>5</sup>")
    }

    @Test func `what needs more than a line, or is nothing that a statement needs, is left to KaTeX`() {
        for latex in [
            "\\frac{a}{b}", "\\sum_{i=1}^n a_i", "\\sqrt n", "\\href{javascript:alert(1)}{x}",
            "\\begin{cases}1\\end{cases}",
            "a^", "_", "{", "}", "a__b", "\\", "\\text{a\\b}", "\\unknown", "x\u{202e}", "a & b", "中",
            String(repeating: "x", count: 501), String(repeating: "{", count: 9) + String(repeating: "}", count: 9),
        ] {
            #expect(SimpleMath.html(latex) == nil, "\(latex)")
        }
    }

    @Test func `nothing of it acts`() {
        #expect(shown("a < b > c") == "<i>a</i>\u{205F}&lt;\u{205F}<i>b</i>\u{205F}&gt;\u{205F}<i>c</i>")
        #expect(shown("\\text{<script>}") == "&lt;script&gt;")
        #expect(
            Markdown.html("$a\"<b>$").text.contains("<script") == false
                && Markdown.html("$\\text{\"onload=x}$").text.contains("data-tex=\"\\text{&quot;onload=x}\""))
    }
}
