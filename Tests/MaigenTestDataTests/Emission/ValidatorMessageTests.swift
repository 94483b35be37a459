import MaigenTestData
import Testing

/// What a setter reads when an input is refused: each message names the place or the constraint.
@Suite("Messages of validators", .enabled(if: CompiledValidators.arePossible))
struct ValidatorMessageTests {
    struct Refusal: Sendable, CustomStringConvertible {
        var family: String
        var input: String
        var message: String
        var description: String { "\(family): \(message)" }

        init(_ family: String, _ input: String, _ message: String) {
            self.family = family
            self.input = input
            self.message = message
        }
    }

    static let refusals = [
        // White space.
        Refusal("array", "2\n1  2\n", "Unexpected white-space"),
        Refusal("array", "2\n1 2", "Expected EOLN"),
        Refusal("array", "2\n1 2 \n", "Expected EOLN"),
        Refusal("array", "2\r\n1 2\r\n", "Expected EOLN"),
        Refusal("array", "2\n1 2\n\n", "The input goes on after its end"),
        Refusal("array", "", "Unexpected end of file"),
        Refusal("array", "2\n1 2\n\u{0}", "The input goes on after its end"),
        // Numbers.
        Refusal("array", "2\n1 02\n", "Expected integer, but \"02\" found"),
        Refusal("array", "2\n1 +2\n", "Expected integer, but \"+2\" found"),
        Refusal("array", "2\n1 -0\n", "Expected integer, but \"-0\" found"),
        Refusal("array", "0\n\n", "[name=n] equals to 0, violates the range [1, 200000]"),
        Refusal("array", "2\n1 1000000001\n", "[name=a[2]] equals to 1000000001"),
        Refusal("array", "2\n1 99999999999999999999\n", "Expected integer"),
        Refusal("reals", "1\n1.000 1\n", "number of digits after point in range [2,2]"),
        Refusal("reals", "1\n1000.01 1\n", "[name=x[1]] equals to 1000.01"),
        Refusal("big-number", "012 1\n", "x must not have a leading zero"),
        // Texts.
        Refusal("string", "ABC\n0 ()|\n", "doesn't correspond to pattern \"[a-z]{1,100000}\""),
        Refusal("string-length", "5 2\nabca QRST\n", "the length of s must be n = 5"),
        Refusal("words", "1\nrock lizard\n0\n", "rock|paper|scissors"),
        Refusal("mixed-line", "robots 7 R2_d2 12.5\n0 W\n1\n", "[name=kw]"),
        Refusal("text", "1 a  b\nx\n", "title begins or ends with a space or has two spaces in a row"),
        Refusal("grid-exactly", "2 2\nSS\n.T\n", "g must hold S exactly 1 times"),
        Refusal("grid-exactly", "2 3\nS.\n..T\n", "row 1 of g must have m = 3 characters, not 2"),
        Refusal("grid-at-least", "1 3\n#.*\n", "sea must hold # at least 2 times"),
        // Relations.
        Refusal("intervals", "3 1\n5 0 1\n3 2 1\n", "[name=r[1]] equals to 2, violates the range [3, 3]"),
        Refusal("sorted", "2 7\n2 1\n5 3\n", "a must be nondecreasing, but not at position 2"),
        Refusal("sorted", "2 7\n1 2\n5 5\n", "b must be decreasing, but not at position 2"),
        Refusal("distinct", "2\n7 7\n", "the elements of a must differ"),
        Refusal("permutation", "3 1\n1 3 3\n0\n", "p must be a permutation"),
        Refusal("unique-pairs", "3 2\n1 2 0 a\n2 1 1 b\n", "no two rows may have the same (u, v)"),
        Refusal("unique-pairs", "3 1\n2 2 0 a\n", "u != v must hold, but not in row 1"),
        Refusal("product", "1 1 5\n1000000000 1000000001\na\n", "x*y <= 10^18 must hold"),
        Refusal("column", "3\n1000000\n1000000\n3\n", "the total of a must be at most 2*10^6"),
        Refusal("cases", "2\n0\n", "[name=n] equals to 0, violates the range [1, 200000] (test case 1"),
        Refusal("strings", "2\nab\nab\n", "the elements of d must differ"),
        Refusal("predicate", "2\n0 0 2 3\n1 1 5 2\nanna 0.5\n", "rectangles are disjoint"),
        Refusal("queries", "3 1\n1 2 3\n2 3 1\n", "l <= r must hold, but not in row 1"),
        Refusal("queries", "3 1\n1 2 3\n3 1 1\n", "[name=op[1]]"),
        Refusal("until-zero", "0 0\n", "there must be at least one data set"),
        // Structures.
        Refusal("tree-edges", "3\n1 2\n2 1\n", "t must be a tree, but edge 2 closes a cycle"),
        Refusal("tree-edges", "3\n1 1\n2 3\n", "t must be a tree, but edge 1 closes a cycle"),
        Refusal("tree-edges", "3\n1 2\n2 4\n", "[name=t[2]] equals to 4, violates the range [1, 3]"),
        Refusal("tree-parents", "3 2\n2 1\n0 1\n", "[name=t[2]] equals to 2, violates the range [1, 1]"),
        Refusal("tree-root", "2\n0 0\n", "t must have exactly one root"),
        Refusal("tree-named", "2\na b\na c\n", "t[1] is \"c\", which is none of the names"),
        Refusal("graph-simple", "3 2\n1 2\n2 1\n", "g must not have two edges with the same ends"),
        Refusal("graph-simple", "3 1\n2 2\n", "g must have no loops, but edge 1 is one"),
        Refusal("graph-connected", "4 3\n1 2 0\n2 1 0\n3 4 0\n", "g must be connected"),
        Refusal("graph-acyclic", "3 3 1 1\n1 2\n2 3\n3 1\n1 2\n1 2\n", "g must not have a cycle"),
        Refusal("graph-acyclic", "3 1 1 1\n1 2\n1 2\n2 1\n", "edges of h must lead upwards, but not edge 1"),
        Refusal("graph-bipartite", "4 4\n1 2\n2 3\n3 1\n4 1\n", "g must be bipartite"),
    ]

    @Test("name the place or the constraint")
    func messages() async throws {
        let validators = try await CompiledValidators.families.value
        for refusal in Self.refusals {
            // When
            let outcome = try await validators.outcomes([Array(refusal.input.utf8)], of: refusal.family)[0]

            // Then
            #expect(outcome.exitCode == 3, "\(refusal): \(outcome.message)")
            #expect(outcome.message.contains(refusal.message), "\(refusal.input.debugDescription): \(outcome.message)")
        }
    }

    @Test("of a validator with every kind of piece compile as users compile them")
    func standalone() async throws {
        // Given
        let yaml = """
            version: 1
            title: Everything "at once" \\
            input:
              - line: {left: {int: 1..10}, count: {int: -5..10^18}, min_n: {int: 1..9}, string: {string: 1..5, over: a-z}}
              - line: {end: {real: -0.5..10, decimals: 1..2}, main: {word: [a, "%d"]}, data: {permutation: left}}
              - line: {names: {list: left, of: {string: 1..3, over: a-z}, distinct: true, total: 100}}
              - line: {text: {string: 0..5, over: "a-z "}}
              - tree: {name: inf, vertices: left, names: names}
              - graph: {name: map, vertices: left, edges: min_n, connected: true, acyclic: true, bipartite: true}
              - graph: {name: n, vertices: left, edges: min_n, directed: true, acyclic: true, multi: true}
              - optional: {when: "count % 3 == 1", each: [{line: {i: {int: "1..max(2, gcd(count, 4))"}}}]}
              - rows:
                  until: [0, 0]
                  at-most: 9
                  each: [{line: {u: {int: 0..9}, v: {int: 0..9}}}]
                  where: ["u^2/(v-5) <= abs(count) or u == v"]
                  distinct: [{unordered: [u, v]}]
                  totals: {u: 100}
            where: ["sum(data) >= least(data)", "count*count*count*count >= -1", "u[1] >= 0"]
            predicates:
              holds: {uses: [end, main, data, names, u], cpp: "return end <= 10 && main != \\"b\\" && data.size() + names.size() + u.size() > 0;"}
            """
        let specification = try SpecificationParser.parse(yaml)
        let input = "2 4 1 abc\n-0.25 %d\n"
        #expect(throws: InputReadError.self) { try InputReader(specification).read(input) }
        let valid = Array("2 4 1 abc\n-0.25 %d 2 1\nx y\n\nx y\n1 2\n2 1\n2\n1 2\n4 4\n0 0\n".utf8)
        let reading = try InputReader(specification).read(bytes: valid)
        let overflow = Array("2 1000000000000000000 1 abc\n1.0 a 1 2\nx y\na b\nx y\n1 2\n2 1\n1\n3 3\n0 0\n".utf8)

        // When
        let validator = try await CompiledValidators(
            "standalone", source: ValidatorEmission.source(for: specification), optimised: true)
        let outcomes = try await validator.outcomes([valid, overflow, Array(input.utf8), valid + valid], reach: true)

        // Then
        #expect(outcomes[0].accepts, "\(outcomes[0].message)")
        #expect(
            Set(outcomes[0].output.split(separator: "\n").map(String.init))
                == Set(reading.reached.map { "\($0.key) \($0.value.least) \($0.value.greatest)" }))
        #expect(outcomes[1].exitCode == 3)
        #expect(outcomes[1].message.contains("has no value"), "\(outcomes[1].message)")
        #expect(outcomes[2].exitCode == 3)
        #expect(outcomes[3].exitCode == 3)
    }
}
