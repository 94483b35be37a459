import MaigenDomain
import Testing

@testable import MaigenTestData

/// One document with every kind of item.
let everything = """
    version: 1
    title: "Everything: one"
    input:
      - line:
          n: {int: 1..2*10^5}
          m: {int: "n-1..min(n*(n-1)/2, 3*10^5)"}
          k: {literal: go}
      - line:
          a: {list: n, of: {int: -10^9..10^9}, order: nondecreasing, distinct: true}
      - line:
          b: {list: n, of: {int: 1..i}, total: 10^6, index: i, separator: newline}
      - line:
          s: {string: 1..10^5, over: a-z}
          w: {word: [rock, paper]}
          x: {real: -1.5..1000, decimals: 2}
          p: {permutation: n, first: 0}
      - line: {big: {string: 1..100, number: true}}
      - blank
      - line: {h: {int: 1..1000}, v: {int: 1..1000}}
      - matrix: {name: c, rows: h, columns: v, of: {int: 0..9}}
      - grid: {name: g, rows: h, columns: v, over: ".#ST", exactly: {S: 1, T: 1}, at-least: {"#": 1}}
      - tree: {name: t, vertices: n, extras: {tw: {int: 1..10^9}}}
      - tree: {name: t2, vertices: n, form: parents, ordered: true}
      - tree: {name: t3, vertices: n, form: parents-with-root, root-marker: -1}
      - line:
          city: {list: n, of: {string: 1..10, over: a-z}, distinct: true}
      - graph: {name: e, vertices: n, edges: m, names: city, connected: true}
      - graph: {name: e2, vertices: n, edges: m, directed: true, acyclic: true, bipartite: {left: n, right: n}}
      - line: {q: {int: 1..10^5}}
      - rows:
          times: q
          index: j
          each:
            - line: {l: {int: 1..n}, r: {int: l..n}}
          where: ["l < r or l == 1"]
          totals: {l: 10^9}
          distinct: [[l, r], {unordered: [l, r]}]
      - rows:
          times: q
          each:
            - choice:
                selector: op
                options:
                  "1": {pos: {int: 1..n}, val: {int: 1..10}}
                  "2":
                    fields: {lo: {int: 1..n}, hi: {int: 1..n}}
                    where: ["lo <= hi"]
                  "3": {}
      - optional:
          when: "k2 == 1 and (n > 1 or m > 1)"
          each:
            - line: {extra: {int: 1..5}}
    where: ["h*v <= 10^6"]
    predicates:
      sum_is_even:
        uses: [a]
        cpp: |
          long long s = 0;
          for (long long x : a) s += x;
          return s % 2 == 0;
    answers: ["YES", "NO"]
    """

@Suite struct SpecificationParserTests {
    @Test func `a document with every kind of item survives writing and reading`() throws {
        let text = everything.replacing("k2 == 1", with: "q == 1")
        let specification = try SpecificationParser.parse(text)
        let written = SpecificationWriter.write(specification)
        #expect(try SpecificationParser.parse(written) == specification)
        #expect(SpecificationWriter.write(try SpecificationParser.parse(written)) == written)
        #expect(specification.body.items.count == 19)
        #expect(specification.predicates.first?.name == "sum_is_even")
    }

    @Test(arguments: [
        ("n", "n"), ("2*10^5", "2*10^5"), ("200000", "2*10^5"), ("1e9", "10^9"), ("2^31-1", "2147483647"),
        ("n*(n-1)/2", "n*(n-1)/2"), ("n-(m-1)", "n-(m-1)"), ("(n-m)-1", "n-m-1"), ("-n^2", "-n^2"),
        ("(-2)^2", "4"), ("min(n, 300)", "min(n, 300)"), ("a[i+1]", "a[i+1]"), ("sum(a)", "sum(a)"),
        ("n*200000", "n*200000"), ("n/(m*2)", "n/(m*2)"), ("n/m*2", "n/m*2"), ("2^n", "2^n"),
    ])
    func `an expression is written as it reads`(source: String, text: String) throws {
        let expression = try ExpressionParser.expression(source)
        #expect(expression.text == text)
        #expect(try ExpressionParser.expression(expression.text) == expression)
    }

    @Test(arguments: [
        ("l <= r", "l <= r"), ("1 ≤ a*b ≤ 10^6", "1 <= a*b <= 10^6"),
        ("x = y or x > 2 and y < 3", "x == y or (x > 2 and y < 3)"),
        ("(x == y or x > 2) and y < 3", "(x == y or x > 2) and y < 3"), ("(x + 1)*2 < y", "(x+1)*2 < y"),
    ])
    func `a condition is written as it reads`(source: String, text: String) throws {
        let condition = try ExpressionParser.condition(source)
        #expect(condition.text == text)
        #expect(try ExpressionParser.condition(condition.text) == condition)
    }

    /// A one-line specification with `fields` on line 4.
    private func line(_ fields: String) -> String {
        "version: 1\ninput:\n  - line: {n: {int: 1..5}}\n  - line: \(fields)\n"
    }

    @Test(arguments: [
        ("{a: {list: n, of: {int: 1..10}, ordered: true}}", "unknown key 'ordered'"),
        ("{a: {int: 5..1}}", "range of 'a' is empty"),
        ("{a: {int: 1..k}}", "'k' is not read before"),
        ("{n: {int: 1..2}}", "defined twice"),
        ("{a: {list: 9, of: {int: 1..8}, distinct: true}}", "up to 9 distinct values, but its range has only 8"),
        ("{a: {list: n, of: {int: 1..3}, distinct: true}}", "up to 5 distinct values, but its range has only 3"),
        (
            "{a: {list: n, of: {string: 1..2, over: a}, distinct: true}}",
            "up to 5 distinct values, but its range has only 2"
        ),
        (
            "{a: {list: 12, of: {string: 1..2, number: true, over: 0-2}, distinct: true}}",
            "up to 12 distinct values, but its range has only 9"
        ),
        ("{a: {list: 10^9, of: {int: 1..3}}}", "too much"),
        ("{a: {int: 1..10^20}}", "beyond 64 bits"),
        ("{a: {list: -3, of: {int: 1..3}}}", "always negative"),
        ("{a: {int: 1..}}", "a number or a variable is missing"),
        ("{a: {real: 1..x, decimals: 2}}", "a range such as"),
        ("{a: {string: 1..5}}", "lacks 'over'"),
        ("{min: {int: 1..5}}", "cannot be a variable"),
        ("{a: {what: 1}}", "must be a type"),
        ("{a: {string: 0..5, over: a-z}, b: {int: 1..2}}", "needs a line of its own"),
        ("[a, b]", "must be a mapping"),
    ])
    func `a wrong specification is refused with the reason and the line`(fields: String, reason: String) {
        let error = #expect(throws: SpecificationError.self) { try SpecificationParser.parse(line(fields)) }
        #expect(error?.message.english.contains(reason) == true, "\(String(describing: error))")
        #expect(error?.line == 4)
    }

    /// Mistakes that show only once the whole is known, each on the line with the number.
    @Test(arguments: [
        (6, "  - rows:\n      times: n\n      each: [{line: {l: {int: 1..k}}}]\n", "'k' is not read"),
        (
            7, "  - rows:\n      times: n\n      each: [{line: {l: {int: 1..3}}}]\n      where: [l < k]\n",
            "'k' is not read"
        ),
        (7, "  - rows:\n      times: n\n      each:\n        - line: {l: {int: 3..1}}\n", "is empty"),
        (
            4,
            "  - rows:\n      times: n\n      each: [{line: {l: {int: 1..2}, r: {int: 1..2}}}]\n      distinct: [[l, r]]\n",
            "'(l, r)' asks for up to 5 distinct values, but its range has only 4"
        ),
        (
            4,
            "  - rows:\n      times: 4\n      each: [{line: {u: {int: 1..2}, v: {int: 1..2}}}]\n      distinct: [{unordered: [u, v]}]\n",
            "'(u, v)' asks for up to 4 distinct values, but its range has only 3"
        ),
        (7, "  - tree:\n      name: t\n      vertices: n\n      extras: {w: {int: 1..k}}\n", "'k' is not read"),
        (4, "where: [n < k]\n", "'k' is not read"),
        (5, "predicates:\n  p: {uses: [k], cpp: return true;}\n", "'k' is not read"),
        (3, "where: [n > 7]\n", "no value is left for 'n'"),
        (
            5, "  - line: {k: {int: 1..2}}\n  - matrix: {name: c, rows: 10^12, columns: 10^12, of: {int: 0..9}}\n",
            "10^24 B"
        ),
        (7, "  - line:\n      k: {int: 1..2\n  - blank\n", "while parsing a flow mapping, line 5"),
        (4, "  - line: {k: {int: 1..2}, k: {int: 1..2}}\n", "twice in one place: 'k'"),
    ])
    func `a mistake is shown where it was written`(line: Int, text: String, reason: String) {
        let error = #expect(throws: SpecificationError.self) {
            try SpecificationParser.parse("version: 1\ninput:\n  - line: {n: {int: 1..5}}\n" + text)
        }
        #expect(error?.line == line, "\(String(describing: error))")
        #expect(error?.reason.english.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(arguments: [("n + ", 5), ("n + * 5", 5), (" n  *(m", 8), ("n $ 2", 3), ("f(n)", 1)])
    func `a mistake in an expression is shown at its column`(text: String, column: Int) {
        let error = #expect(throws: SpecificationError.self) { try ExpressionParser.expression(text) }
        #expect(error?.reason.english.contains("column \(column):") == true, "\(String(describing: error))")
    }

    @Test func `relations that no input satisfies are refused`() {
        let text = "version: 1\ninput:\n  - line: {n: {int: 1..5}, m: {int: 7..9}}\nwhere: [\"n > m\"]\n"
        let error = #expect(throws: SpecificationError.self) { try SpecificationParser.parse(text) }
        #expect(error?.reason.english.contains("no input satisfies them") == true)
    }
}
