import Testing

@testable import MaigenTestData

@Suite("Shapes aimed at plausible mistakes")
struct GeneratorShapeTests {
    private static let lab = Task {
        try await GeneratorLab(
            """
            title: Shapes
            input:
              - line: {n: {int: 1..1000}, m: {int: 0..5000}}
              - line: {a: {list: n, of: {int: -10^9..10^9}}}
              - line: {s: {string: n, over: a-z}}
              - rows: {times: n, each: [{line: {x: {int: -10^9..10^9}, l: {int: 1..n}, r: {int: l..n}}}]}
              - graph: {name: g, vertices: n, edges: m, directed: true}
            """)
    }

    private func output(_ settings: [String]) async throws -> (values: [String: InputValue], lines: [[Int]]) {
        let arguments = ["test"] + settings + ["1"]
        let lab = try await Self.lab.value
        let text = String(decoding: try await lab.run(arguments).output, as: UTF8.self)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
        return (try await lab.read(arguments).values, lines)
    }

    private func list(_ name: String, _ settings: [String]) async throws -> [Int128] {
        guard case .list(let values)? = try await output(settings).values[name] else { return [] }
        return values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    }

    @Test("Looked up values are elements, their neighbours, zero, and values beyond all elements")
    func lookups() async throws {
        let settings = ["n=600", "a=random:min..-1", "x=lookup"]
        let elements = try await list("a", settings)
        let found = try await list("x", settings)
        let known = Set(elements)
        let least = try #require(elements.min())
        let greatest = try #require(elements.max())
        #expect((120...280).contains(found.count { known.contains($0) }))
        #expect(
            (120...280).contains(
                found.count { !known.contains($0) && (known.contains($0 - 1) || known.contains($0 + 1)) }))
        #expect(found.contains(0))
        #expect(found.contains { $0 < least } && found.contains { $0 > greatest })
        #expect(found.contains(-1_000_000_000) && found.contains(1_000_000_000))
    }

    @Test("Alternating signs and mixed positions are what they say")
    func valuesAndPositions() async throws {
        let signs = try await list("a", ["n=100", "a=signs"])
        #expect(signs.enumerated().allSatisfy { $0.isMultiple(of: 2) ? $1 > 0 : $1 < 0 })
        let ends = Set(
            zip(try await list("l", ["n=500", "l-r=mixed"]), try await list("r", ["n=500", "l-r=mixed"])).map {
                [$0, $1]
            })
        #expect(ends.isSuperset(of: [[1, 500], [1, 1], [500, 500]]))
        #expect(ends.contains { $0[0] == 1 && $0[1] < 500 } && ends.contains { $0[0] > 1 && $0[1] == 500 })
        #expect(ends.count > 100)
        let separate = try await list("l", ["n=500", "l=mixed", "r=mixed"])
        #expect(separate.contains(1) && separate.contains(500))
    }

    @Test("Strings with borders, broken periods and one other letter")
    func strings() async throws {
        func string(_ setting: String) async throws -> [UInt8] {
            guard case .text(let text)? = try await output(["n=300", "s=\(setting)"]).values["s"] else { return [] }
            return Array(text.utf8)
        }
        func hasBorder(_ text: [UInt8], _ length: Int) -> Bool {
            text.prefix(length).elementsEqual(text.suffix(length))
        }
        let bordered = try await string("bordered")
        #expect((100...200).contains { hasBorder(bordered, $0) })
        let other = try await string("one-other")
        #expect(other.count == 300 && other.count { $0 != other[0] } == 1 && other[150] != other[0])
        let broken = try await string("broken-period")
        let period = try #require(
            (1...10).first { period in
                (period..<290).allSatisfy { broken[$0] == broken[$0 - period] }
            })
        #expect(Set(broken).count <= 2 && !hasBorder(broken, 300 - period))
    }

    @Test("The edges of a backward path come last to first and nothing shortens it")
    func backward() async throws {
        let lines = try await output(["n=50", "m=120", "g=backward"]).lines
        let edges = lines.suffix(120)
        // One round over the edges in the order of the input finds one more vertex of the path only.
        var distance = Array(repeating: Int.max, count: 51)
        distance[1] = 0
        var rounds = 0
        var isChanged = true
        while isChanged {
            isChanged = false
            for edge in edges where distance[edge[0]] < Int.max && distance[edge[0]] + 1 < distance[edge[1]] {
                distance[edge[1]] = distance[edge[0]] + 1
                isChanged = true
            }
            rounds += 1
        }
        #expect(distance[50] == 49)
        #expect(rounds == 50)
    }
}
