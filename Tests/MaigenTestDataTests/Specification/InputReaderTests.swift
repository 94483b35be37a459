import Testing

@testable import MaigenTestData

@Suite struct InputReaderTests {
    private func reader(_ input: String) throws -> InputReader {
        InputReader(try SpecificationParser.parse("version: 1\ninput:\n" + input))
    }

    private func accepts(_ reader: InputReader, _ text: String) -> Bool {
        do {
            _ = try reader.read(text)
            return true
        } catch {
            return false
        }
    }

    private let array = "  - line: {n: {int: 1..5}}\n  - line: {a: {list: n, of: {int: -9..9}, order: nondecreasing}}\n"

    @Test func `an input is read with values and what they reach`() throws {
        let reading = try reader(array).read("3\n-9 0 0\n")
        #expect(reading.values["n"] == .integer(3))
        #expect(reading.values["a"] == .list([.integer(-9), .integer(0), .integer(0)]))
        #expect(reading.reached["a"] == .init(least: "-9", greatest: "0"))
        #expect(reading.tokens.map(\.name) == ["n", "a", "a", "a"])
        #expect(reading.tokens.last?.bytes == 7..<8)
    }

    @Test(arguments: [
        "3\n-9 0 0", "3 \n-9 0 0\n", "3\n-9  0 0\n", "03\n-9 0 0\n", "3\n-9 0 0 0\n", "3\n-9 0\n", "6\n1 1 1 1 1 1\n",
        "3\n-10 0 0\n", "3\n1 0 0\n", "3\n-9 0 0\n\n", "3\r\n-9 0 0\r\n", "3\n-9 -0 0\n", "3\n-9 +0 0\n", "", "\n",
        "3\n-9 0 0\n ", " 3\n-9 0 0\n", "3\n-9\t0 0\n", "1000000000000\n1\n",
    ])
    func `anything else is refused`(text: String) throws {
        let reader = try reader(array)
        #expect(throws: InputReadError.self) { try reader.read(text) }
    }

    @Test(arguments: [
        ("3\n1 2\n2 3\n", true), ("3\n1 2\n2 1\n", false), ("3\n1 2\n1 2\n", false), ("3\n1 1\n2 3\n", false),
        ("3\n1 2\n", false), ("1\n", true), ("3\n1 4\n2 3\n", false),
    ])
    func `a tree is a tree`(text: String, isValid: Bool) throws {
        let reader = try reader("  - line: {n: {int: 1..5}}\n  - tree: {name: t, vertices: n}\n")
        #expect(accepts(reader, text) == isValid)
    }

    @Test(arguments: [
        ("3 2\n1 2\n2 3\n", true), ("3 2\n1 2\n2 1\n", false), ("3 2\n1 2\n1 3\n", true), ("4 2\n1 2\n1 3\n", false),
        ("3 3\n1 2\n2 3\n3 1\n", false), ("2 1\n1 1\n", false), ("1 0\n", true),
    ])
    func `a connected bipartite graph is one`(text: String, isValid: Bool) throws {
        let reader = try reader(
            "  - line: {n: {int: 1..5}, m: {int: 0..9}}\n  - graph: {name: g, vertices: n, edges: m, connected: true, bipartite: true}\n"
        )
        #expect(accepts(reader, text) == isValid)
    }

    @Test(arguments: [
        ("1 2\n3 4\n0 0\n", true), ("0 0\n", false), ("1 2\n", false), ("1 2\n0 0\n1 2\n", false),
    ])
    func `data sets end at their terminator`(text: String, isValid: Bool) throws {
        let reader = try reader(
            "  - cases:\n      until: [0, 0]\n      at-most: 5\n      each:\n        - line: {a: {int: 0..9}, b: {int: 1..9}}\n"
        )
        #expect(accepts(reader, text) == isValid)
    }

    @Test(arguments: [("2\n1 3 4\n2 5\n", true), ("2\n1 3\n2 5\n", false), ("1\n3 1\n", false), ("1\n2 0\n", false)])
    func `the type token decides what follows`(text: String, isValid: Bool) throws {
        let reader = try reader(
            """
              - line: {q: {int: 1..5}}
              - rows:
                  times: q
                  each:
                    - choice: {selector: op, options: {"1": {x: {int: 1..9}, v: {int: 1..9}}, "2": {x: {int: 1..9}}}}
            """)
        #expect(accepts(reader, text) == isValid)
    }

    @Test(arguments: [("ab cd\ncd ab\n", false), ("ab cd\nab dc\n", true), ("ab cd\nab cd\n", false)])
    func `unordered tuples compare whole values`(text: String, isValid: Bool) throws {
        let reader = try reader(
            """
              - rows:
                  times: 2
                  each:
                    - line: {x: {string: 2, over: a-z}, y: {string: 2, over: a-z}}
                  distinct: [{unordered: [x, y]}]
            """)
        #expect(accepts(reader, text) == isValid)
    }

    @Test(arguments: [("1.00 2.00\n", true), ("1.0 1.00\n", false)])
    func `equal decimals are equal however they are written`(text: String, isValid: Bool) throws {
        let reader = try reader("  - line: {x: {list: 2, of: {real: 0..9, decimals: 1..2}, distinct: true}}\n")
        #expect(accepts(reader, text) == isValid)
    }

    @Test(arguments: [("0\n", true), ("1\n3\n", true), ("1\n", false), ("0\n3\n", false)])
    func `a block that is not there leaves zeros`(text: String, isValid: Bool) throws {
        let specification = try SpecificationParser.parse(
            """
            version: 1
            input:
              - line: {k: {int: 0..1}}
              - optional:
                  when: k == 1
                  each:
                    - line: {x: {int: 1..9}}
            where: ["x <= 5*k"]
            """)
        #expect(accepts(InputReader(specification), text) == isValid)
    }
}
