import Foundation
import Testing

@testable import MaigenTestData

@Suite("The command line of generated generators")
struct GeneratorContractTests {
    static let lab = Task {
        try await GeneratorLab(
            """
            title: Contract
            input:
              - line: {n: {int: 1..1000}, a: {int: 1..1000000}, b: {int: 1..1000000}, m: {int: 0..500000}}
              - line: {x: {list: n, of: {int: -10^9..10^9}}}
              - line: {y: {real: -2.5..7.25, decimals: 2}, s: {string: 1..50, over: a-z}, word: {word: [A, B]}}
              - graph: {name: g, vertices: n, edges: m, connected: true}
              - rows: {times: n, each: [{line: {l: {int: 1..n}, r: {int: l..n}, c: {int: 1..5}}}]}
            where: [a * b <= 10^6]
            """)
    }

    func values(_ settings: [String], seed: Int = 1) async throws -> [String: InputValue] {
        try await Self.lab.value.read(["test"] + settings + ["\(seed)"]).values
    }

    func number(_ name: String, _ settings: [String], seed: Int = 1) async throws -> Int128? {
        guard case .integer(let number)? = try await values(settings, seed: seed)[name] else { return nil }
        return number
    }

    func list(_ name: String, _ settings: [String], seed: Int = 1) async throws -> [Int128] {
        guard case .list(let values)? = try await values(settings, seed: seed)[name] else { return [] }
        return values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    }

    @Test("Wrong arguments end with status 2 and name the fault")
    func wrongArguments() async throws {
        let lab = try await Self.lab.value
        let wrong: [([String], String)] = [
            (["t", "unknown=1", "5"], "unknown"), (["t", "n=many", "5"], "many"), (["t", "x=sorted", "5"], "sorted"),
            (["t", "g=forest", "5"], "forest"), (["t", "x=random:1..", "5"], "random:1.."), (["t", "n=1"], "seed"),
            (["t"], "usage"), (["t", "l-r=wide", "5"], "wide"), (["t", "word=only:C", "5"], "only:C"),
            (["t", "n", "5"], "setting"),
        ]
        for (arguments, word) in wrong {
            let run = try await lab.run(arguments)
            #expect(run.status == 2, "\(arguments)")
            #expect(run.message.contains(word), "\(arguments): \(run.message)")
            #expect(run.output.isEmpty)
        }
    }

    @Test("Numbers mean the bounds in force")
    func numbers() async throws {
        #expect(try await number("n", ["n=min", "m=min"]) == 1)
        #expect(try await number("n", ["n=max", "m=min"]) == 1000)
        #expect(try await number("m", ["n=max", "m=min"]) == 999)
        #expect(try await number("m", ["n=100", "m=max"]) == 4950)
        #expect(try await number("n", ["n=max-3"]) == 997)
        #expect(try await number("n", ["n=min+4"]) == 5)
        #expect(try await number("n", ["n=5000"]) == 1000)
        let drawn = try await number("n", ["n=10..20"], seed: 4) ?? 0
        #expect((10...20).contains(drawn))
    }

    @Test("Settings that contradict each other give way")
    func contradictions() async throws {
        #expect(try await number("a", ["a=max"]) == 1_000_000)
        #expect(try await number("b", ["a=max", "b=max"]) == 1)
        #expect(try await number("b", ["b=max"]) == 1_000_000)
        #expect(try await number("m", ["n=1", "m=max"]) == 0)
    }

    @Test("Shapes are what they say")
    func shapes() async throws {
        let size = ["n=50", "m=max"]
        let x = try await list("x", size + ["x=edges"])
        #expect(x.min() == -1_000_000_000 && x.max() == 1_000_000_000)
        #expect(Set(try await list("x", size + ["x=equal"])).count == 1)
        #expect(Set(try await list("x", size + ["x=few"])).count <= 3)
        #expect(Set(try await list("x", size + ["x=max"])) == [1_000_000_000])
        let rising = try await list("x", size + ["x=increasing"])
        #expect(rising == rising.sorted() && rising.first == -1_000_000_000 && rising.last == 1_000_000_000)
        #expect(try await list("x", size + ["x=decreasing"]) == rising.reversed())
        let small = try await list("x", size + ["x=random:1..10"])
        #expect(small.allSatisfy { (1...10).contains($0) })
        #expect(Array(try await list("x", size + ["x=alternating"]).prefix(2)) == [-1_000_000_000, 1_000_000_000])
        let low = try await list("x", size + ["x=low"])
        #expect(low.allSatisfy { $0 <= -999_999_900 })
        #expect(try await list("l", size + ["l-r=full"]) == Array(repeating: 1, count: 50))
        #expect(try await list("r", size + ["l-r=points"]) == list("l", size + ["l-r=points"]))
        #expect(try await list("r", size + ["l=min", "r=max"]) == Array(repeating: 50, count: 50))
    }

    @Test("Every bounded quantity reaches both bounds")
    func extremes() async throws {
        let lab = try await Self.lab.value
        for bound in VariableBounds.of(lab.specification) {
            let isLength = bound.name.hasPrefix("|")
            let knob = isLength ? "\(bound.name.dropFirst().dropLast()).length" : bound.name
            let size = bound.name == "r" || bound.name == "l" ? ["n=max"] : []
            // r can be least only where l is.
            let left = bound.name == "r" ? ["l=min"] : []
            let least = try await lab.read(["t", "\(knob)=min"] + (bound.name == "m" ? ["n=1"] : size) + left + ["3"])
            let greatest = try await lab.read(["t", "\(knob)=max"] + (bound.name == "m" ? ["n=max"] : size) + ["3"])
            #expect(least.reached[bound.name]?.least == bound.least, "\(bound.name)")
            #expect(greatest.reached[bound.name]?.greatest == bound.greatest, "\(bound.name)")
        }
    }

    @Test("A relation that cannot hold ends with status 3 and its text")
    func impossible() async throws {
        let lab = try await GeneratorLab(
            """
            input:
              - line: {a: {int: 1..9}, b: {int: 1..9}}
              - line: {c: {list: a, of: {int: 1..9}}}
            predicates:
              never: {uses: [c], cpp: "return c.empty();"}
            """)
        let run = try await lab.run(["t", "1"])
        #expect(run.status == 3)
        #expect(run.message.contains("never"))
        #expect(run.seconds < 10)
    }
}

@Suite("Generated generators at full size", .serialized)
struct GeneratorSizeTests {
    @Test("Largest inputs take less than a second")
    func largest() async throws {
        let lab = try await GeneratorLab(
            """
            input:
              - line: {kind: {int: 1..8}, n: {int: 1..200000}, m: {int: 0..200000}}
              - optional: {when: kind == 1, each: [{line: {a: {list: n, of: {int: 1..1000000000}, distinct: true}}}, {line: {b: {list: n, of: {int: 1..200000}, distinct: true}}}]}
              - optional: {when: kind == 2, each: [{tree: {name: t, vertices: n, extras: {w: {int: 1..1000000000}}}}]}
              - optional: {when: kind == 3 and n >= 2, each: [{graph: {name: g, vertices: n, edges: "max(m, n - 1)", connected: true, multi: true}}]}
              - optional: {when: kind == 4, each: [{graph: {name: dense, vertices: 633, edges: 633 * 632 / 2}}]}
              - optional: {when: kind == 5, each: [{rows: {times: n, each: [{line: {x: {int: 1..448}, y: {int: 1..448}}}], distinct: [[x, y]]}}]}
              - optional: {when: kind == 6, each: [{line: {s: {string: 1000000, over: a-z}}}, {matrix: {name: mat, rows: 1000, columns: 1000, of: {int: -10^9..10^9}}}]}
              - optional: {when: kind == 7, each: [{graph: {name: sparse, vertices: n, edges: m}}]}
              - optional: {when: kind == 8, each: [{tree: {name: t8, vertices: n, form: parents, ordered: true}}, {line: {p: {permutation: n}}}]}
            """, isFast: true)
        let extra: [Int: [[String]]] = [
            1: [["a=edges"], ["a=min"]], 2: [["t=uniform"], ["t=chain-binary"], ["t=random"]],
            3: [["g=random"], ["g=cycle"], ["g=clique"]], 4: [["dense=random"], ["dense=clique"]],
            5: [[], ["x=min", "y=min"]],
            6: [["s=thue-morse"], ["mat=increasing"]], 7: [["sparse=star"], ["sparse=disconnected"]],
            8: [["t8=uniform"]],
        ]
        for kind in 1...8 {
            for settings in extra[kind] ?? [[]] {
                let arguments = ["max", "kind=\(kind)", "n=max", "m=max"] + settings + ["9"]
                let (run, seconds) = try await lab.measure(arguments)
                #expect(run.status == 0, "\(arguments): \(run.message)")
                #expect(seconds < 1, "\(arguments): \(seconds) s of processor time")
            }
        }
    }
}
