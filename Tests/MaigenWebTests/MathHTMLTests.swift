import Foundation
import Testing

@testable import MaigenWeb

@Suite struct MathHTMLTests {
    /// What people see of `latex`, without the marks that are only read aloud.
    private func shown(_ latex: String, isDisplay: Bool = false) throws -> String {
        try MathHTML.html(latex, isDisplay: isDisplay).text
            .replacing(/<span class="visually-hidden">[^<]*<\/span>/, with: "")
    }

    /// What those hear or copy who do not see the places.
    private func heard(_ latex: String, isDisplay: Bool = false) throws -> String {
        try MathHTML.html(latex, isDisplay: isDisplay).text.replacing(/<[^>]*>/, with: "").replacing(
            "\u{200B}", with: "")
    }

    private func fault(_ latex: String) -> MathFault? {
        do {
            _ = try MathHTML.html(latex)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a line of letters is set as text`() throws {
        #expect(try shown("n") == "<i>n</i>")
        #expect(try shown("1 \\le n \\le 10^5") == "1\u{205F}≤\u{205F}<i>n</i>\u{205F}≤\u{205F}10<sup>5</sup>")
        #expect(try shown("a_1, a_2, \\dots, a_n").hasPrefix("<i>a</i><sub>1</sub>,\u{2009}"))
        #expect(try shown("|a_i| \\leq 10^{18}").contains("<sup>18</sup>"))
        #expect(try shown("a_i^2").contains("<span class=\"both\"><sup>2</sup><sub><i>i</i></sub></span>"))
        #expect(try shown("-10^9") == "−10<sup>9</sup>")
        #expect(try shown("O(n \\log n)") == "<i>O</i>(<i>n</i>\u{2009}log\u{2009}<i>n</i>)")
        #expect(try shown("\\text{abc}") == "<span class=\"words\">abc</span>")
        #expect(try shown("\\lfloor n \\rfloor") == "⌊<i>n</i>⌋")
        #expect(try shown("2 \\times 10^5") == "2\u{205F}×\u{205F}10<sup>5</sup>")
        #expect(try shown("a_{i+1}") == "<i>a</i><sub><i>i</i>+1</sub>")
        #expect(try shown("值 \\le 5").hasPrefix("<span class=\"words\">值</span>\u{205F}≤"))
    }

    @Test func `what is higher than a line is set too`() throws {
        #expect(try shown("\\frac{a}{b}").contains("<span class=\"frac\"><span><i>a</i></span><span class=\"bar\">"))
        #expect(try shown("\\frac ab", isDisplay: true).contains("frac large"))
        #expect(try shown("\\sum_{i=1}^n a_i").hasPrefix("<span class=\"s1\">∑</span><span class=\"both\">"))
        #expect(
            try shown("\\sum_{i=1}^n a_i", isDisplay: true).hasPrefix("<span class=\"stack\"><span class=\"limit\">"))
        #expect(try shown("\\displaystyle \\sum_{i}").contains("limit below"))
        #expect(try shown("\\max_{i} a_i") == "max<sub><i>i</i></sub>\u{2009}<i>a</i><sub><i>i</i></sub>")
        #expect(try shown("\\sqrt[3]{n}").contains("degree"))
        #expect(try shown("\\begin{cases}1 & n = 0 \\\\ 2 & n > 0\\end{cases}").contains("grid cases"))
        #expect(try shown("\\begin{aligned}a &= b \\\\[2pt] &= c\\end{aligned}").contains("grid aligned"))
        #expect(
            try shown("\\left( \\frac{1}{2} \\right)^2").contains("<span class=\"tall\"><span class=\"fenced\"><svg"))
        #expect(try shown("\\left( n \\right)") == "(<i>n</i>)", "what is no higher needs nothing drawn")
        #expect(try shown("\\binom{n}{k}").contains("frac bare"))
        #expect(try shown("\\mathbb{Z}_{\\ge 0}").contains("<span class=\"bb\">Z</span>"))
        #expect(try shown("x \\bmod p").contains("\u{205F}mod\u{205F}"))
        #expect(try shown("\\overline{abc}").contains("overline"))
    }

    @Test func `what is copied and read aloud is unambiguous`() throws {
        #expect(try MathHTML.html("10^5").text == "10<sup><span class=\"visually-hidden\">^</span>5</sup>")
        #expect(try heard("\\frac{a+b}{2}") == "(a\u{205F}+\u{205F}b)/2")
        #expect(try heard("\\sqrt{n}") == "√(n)")
        #expect(try heard("2^{n-1}") == "2^(n−1)")
        #expect(try heard("\\sum_{i=1}^{n} i", isDisplay: true).contains("^n∑_(i=1)"))
    }

    @Test func `what only KaTeX can set is left to it`() {
        for latex in ["\\color{red} x", "\\overbrace{a+b}^n", "\\xrightarrow{abc}", "a \\\\ b"] {
            #expect(fault(latex) == .onlyKaTeX, "\(latex)")
        }
        #expect(Markdown.html("$\\cancel{x}$").text.contains("<span class=\"tex\" data-katex>\\cancel{x}</span>"))
    }

    @Test func `what is nothing that a statement needs is shown as it was written`() {
        for latex in [
            "\\href{javascript:alert(1)}{x}", "\\htmlData{a=b}{y}", "\\includegraphics{x}", "\\def\\a{\\a\\a}\\a",
            "\\begin{cases}1", "\\begin{unknown}1\\end{unknown}", "\\begin{cases}1\\end{matrix}", "\\left( x",
            "a^", "_", "{", "}", "a_b_c", "a^b^c", "\\", "\\text{a\\b}", "\\text{\u{202e}}", "\\unknown", "x\u{202e}",
            "a & b", "\\frac", "\\frac{a}", "\\sqrt[", "\\big", "\\not", "\\left", "\\right)", "#", "ب",
            String(repeating: "x", count: 4_001), String(repeating: "{", count: 30) + String(repeating: "}", count: 30),
            String(repeating: "\\frac", count: 500), String(repeating: "\\left(", count: 500),
            String(repeating: "\\sqrt[", count: 500), String(repeating: "\\hat", count: 900),
        ] {
            #expect(fault(latex) == .refused, "\(latex)")
        }
        #expect(Markdown.html("$\\href{javascript:alert(1)}{x}$").text.contains("<code>\\href"))
    }

    @Test func `nothing of it acts`() throws {
        #expect(try shown("a < b > c") == "<i>a</i>\u{205F}&lt;\u{205F}<i>b</i>\u{205F}&gt;\u{205F}<i>c</i>")
        #expect(try shown("\\text{<script>}").contains("&lt;script&gt;"))
        #expect(Markdown.html("$a\"<b>$").text.contains("<script") == false)
        #expect(Markdown.html("$\\color{\"onload=x><b>}$").text.contains("\\color{&quot;onload=x&gt;&lt;b&gt;}"))
    }

    @Test func `the formulas of the corpus need no scripts`() throws {
        var count = 0
        let corpus = Repository.root.appending(path: "Corpus")
        for problem in try FileManager.default.contentsOfDirectory(atPath: corpus.path) {
            guard let text = try? String(contentsOf: corpus.appending(path: "\(problem)/problem.md"), encoding: .utf8)
            else { continue }  // not a problem
            let spans = MathSpans(in: text)
            count += spans.formulas.count
            for (latex, _) in spans.formulas { #expect(fault(latex) == nil, "\(problem): \(latex)") }
        }
        #expect(count > 1_000)
    }
}
