import Testing

@testable import MaigenTestData

@Suite struct VariableBoundsTests {
    private func bounds(_ input: String) throws -> [String: [String]] {
        let specification = try SpecificationParser.parse("version: 1\ninput:\n" + input)
        return Dictionary(
            uniqueKeysWithValues: VariableBounds.of(specification).map { ($0.name, [$0.least, $0.greatest]) })
    }

    @Test func `a range that depends on other variables has the bounds over all of them`() throws {
        let found = try bounds(
            """
              - line: {n: {int: 2..1000}, m: {int: "n-1..min(n*(n-1)/2, 3000)"}}
              - rows:
                  times: m
                  each:
                    - line: {l: {int: 1..n}, r: {int: l+1..n}, x: {real: -1.50..2, decimals: 2}}
            """)
        #expect(found["m"] == ["1", "3000"])
        #expect(found["l"] == ["1", "999"])
        #expect(found["r"] == ["2", "1000"])
        #expect(found["x"] == ["-1.5", "2"])
    }

    @Test func `structures bound their counts`() throws {
        let found = try bounds(
            """
              - line: {n: {int: 1..100000}, m: {int: 1..200000}}
              - graph: {name: g, vertices: n, edges: m, connected: true, extras: {w: {int: 1..9}}}
            """)
        #expect(found["n"] == ["2", "100000"])
        #expect(found["m"] == ["1", "200000"])
        #expect(found["w"] == ["1", "9"])
    }

    @Test func `totals over test cases bound each case and their number`() throws {
        let found = try bounds(
            """
              - line: {t: {int: 1..10^5}}
              - cases:
                  times: t
                  each:
                    - line: {n: {int: 3..10^6}}
                    - line: {s: {string: n, over: "01"}}
                  totals: {n: 6000}
            """)
        #expect(found["t"] == ["1", "2000"])
        #expect(found["n"] == ["3", "6000"])
        #expect(found["|s|"] == ["3", "6000"])
    }

    @Test func `queries that need not occur bind no other variable`() throws {
        let found = try bounds(
            """
              - line: {n: {int: 1..10}, q: {int: 1..10}}
              - rows:
                  times: q
                  each:
                    - choice:
                        selector: op
                        options:
                          "1": {x: {int: 2..n}}
                          "2": {x: {int: 0..5}, y: {int: 1..3}}
            """)
        #expect(found["n"] == ["1", "10"])
        #expect(found["x"] == ["0", "10"])
        #expect(found["y"] == ["1", "3"])
    }
}
