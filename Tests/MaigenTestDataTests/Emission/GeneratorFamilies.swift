/// Small specifications that together hold every family of the input language.
struct GeneratorFamily: Sendable, CustomStringConvertible {
    var name: String
    var yaml: String
    /// Settings under which the name's quantity must be at an end.
    var description: String { name }

    static let all: [GeneratorFamily] = [
        GeneratorFamily(
            name: "numbers and relations",
            yaml: """
                title: Numbers
                input:
                  - line: {n: {int: 1..1000000}, m: {int: 1..1000000}}
                  - line: {x: {int: -10^18..10^18}, y: {int: -10^18..10^18}, z: {int: -10..10}}
                  - line: {k: {int: 1..n}, y1: {int: 0..2^62}, int64_t: {int: 1..1}}
                  - blank
                  - line: {p: {real: -1000.5..1000.25, decimals: 0..3}, q: {real: 0..1, decimals: 6}, r: {real: -0.05..0.05, decimals: 2}}
                  - line: {w: {word: [YES, NO, MAYBE]}, tag: {literal: END}, s: {string: 1..12, over: a-c}, t: {string: 1..9, number: true}}
                  - line: {sentence: {string: 0..20, over: " a-z"}}
                where: [n * m <= 10^6, x != y, x / 3 + y % 7 >= -10^18, z * z + 2 <= 66]
                """),
        GeneratorFamily(
            name: "lists",
            yaml: """
                input:
                  - line: {n: {int: 1..30}, k: {int: 0..30}}
                  - line: {a: {list: n, of: {int: -1000000000..1000000000}}}
                  - line: {b: {list: n, of: {int: 1..40}, distinct: true}}
                  - line: {c: {list: n, of: {int: 1..30}, order: increasing}}
                  - line: {d: {list: n, of: {int: 0..5}, order: nonincreasing}}
                  - line: {e: {list: n, of: {int: 1..i}, index: i}}
                  - line: {f: {list: n, of: {int: i1..2 * i1 + 5}, index: i1, order: increasing}}
                  - line: {g: {list: n, of: {int: 1..100}, total: 10 * n}}
                  - line: {h: {list: n, of: {int: 1..1000}, distinct: true, total: 600}}
                  - line: {f2: {list: n, of: {int: n - i4..2 * n - i4 + 5}, index: i4, order: decreasing, total: n * n + n}}
                  - line: {j: {list: n, of: {int: 1..50}, index: i2, order: nondecreasing}}
                  - line: {o: {list: n, of: {int: 1..i3 + 5}, index: i3, distinct: true}}
                  - line: {k2: {int: 1..9}, e2: {list: k, of: {int: 0..9}}}
                  - line: {sep: {list: k, of: {int: 0..9}, separator: newline}}
                where: ["k <= n", "least(a) <= greatest(a)", "sum(e2) <= 200"]
                """),
        GeneratorFamily(
            name: "texts",
            yaml: """
                input:
                  - line: {n: {int: 1..20}}
                  - line: {s: {list: n, of: {string: 1..2, over: ab?"\\\\}}}
                  - line: {u: {list: n, of: {string: 2..6, over: a-z}, distinct: true, total: 6 * n}, rest: {string: 1..10, over: "a-z "}}
                  - line: {v: {list: n, of: {string: 5, over: "01"}, distinct: true, order: increasing}}
                  - line: {w: {list: 3, of: {word: [red, green, blue, black]}, distinct: true}}
                  - line: {x: {list: n, of: {word: [red, green]}}, y: {list: n, of: {real: 0..1, decimals: 0..2}, order: nonincreasing}}
                  - line: {z: {list: n, of: {string: 1..3, number: true}, separator: newline, distinct: true}}
                """),
        GeneratorFamily(
            name: "permutations, matrices, grids",
            yaml: """
                input:
                  - line: {n: {int: 1..12}, m: {int: 1..12}, k: {int: 2..6}}
                  - line: {p: {permutation: n}}
                  - line: {q: {permutation: m, first: 0}, size: {int: 0..3}}
                  - matrix: {name: a, rows: n, columns: m, of: {int: -9..9}}
                  - matrix: {name: b, rows: k, columns: k, of: {real: 0..2, decimals: 1}}
                  - grid: {name: g, rows: k, columns: k, over: ".#ST", exactly: {S: 1, T: 1}}
                  - grid: {name: h, rows: n, columns: m, over: "01", at-least: {"1": 1}}
                """),
        GeneratorFamily(
            name: "trees",
            yaml: """
                input:
                  - line: {n: {int: 1..25}}
                  - tree: {name: t, vertices: n}
                  - tree: {name: t2, vertices: n, first: 0, extras: {w: {int: 1..1000000000}, c: {word: [R, G]}}}
                  - tree: {name: t3, vertices: n, form: parents, ordered: true}
                  - tree: {name: t4, vertices: n, form: parents, extras: {w4: {int: 1..9}}}
                  - tree: {name: t5, vertices: n, form: parents-with-root, root-marker: 0}
                  - tree: {name: t6, vertices: n, form: parents-with-root, root-marker: -1, first: 0, extras: {w6: {int: 1..n}}}
                  - line: {names: {list: n, of: {string: 3..4, over: A-Z}, distinct: true}}
                  - tree: {name: t7, vertices: n, names: names}
                """),
        GeneratorFamily(
            name: "graphs",
            yaml: """
                input:
                  - line: {n: {int: 1..14}, m: {int: 0..60}}
                  - graph: {name: g, vertices: n, edges: m, connected: true, extras: {w: {int: 1..100}}}
                  - line: {n2: {int: 1..10}, m2: {int: 0..40}}
                  - graph: {name: g2, vertices: n2, edges: m2, directed: true, first: 0}
                  - line: {n3: {int: 1..10}, m3: {int: 0..40}}
                  - graph: {name: g3, vertices: n3, edges: m3, directed: true, acyclic: true}
                  - line: {n4: {int: 1..10}, m4: {int: 0..40}}
                  - graph: {name: g4, vertices: n4, edges: m4, loops: true, multi: true}
                  - line: {n5: {int: 1..10}, m5: {int: 0..40}}
                  - graph: {name: g5, vertices: n5, edges: m5, ordered: true}
                """),
        GeneratorFamily(
            name: "more graphs",
            yaml: """
                input:
                  - line: {n: {int: 1..12}, m: {int: 0..40}}
                  - graph: {name: g, vertices: n, edges: m, bipartite: true, connected: true}
                  - line: {l: {int: 1..6}, r: {int: 1..6}, m2: {int: 0..36}}
                  - graph: {name: g2, vertices: l + r, edges: m2, bipartite: {left: l, right: r}}
                  - line: {n3: {int: 1..12}, m3: {int: 0..12}}
                  - graph: {name: g3, vertices: n3, edges: m3, acyclic: true}
                  - line: {n4: {int: 2..8}, m4: {int: 1..30}}
                  - graph: {name: g4, vertices: n4, edges: m4, multi: true, connected: true, directed: true}
                  - line: {names: {list: n4, of: {string: 1..3, over: a-z}, distinct: true}}
                  - graph: {name: g5, vertices: n4, edges: n4 - 1, names: names, connected: true}
                  - line: {m6: {int: 0..50}, n6: {int: 1..11}}
                  - graph: {name: g6, vertices: n6, edges: m6, directed: true, ordered: true, connected: true}
                  - graph: {name: g7, vertices: n6, edges: n6 / 2, directed: true, bipartite: true}
                """),
        GeneratorFamily(
            name: "rows",
            yaml: """
                input:
                  - line: {n: {int: 1..25}, lim: {int: 2..60}}
                  - rows: {times: n, each: [{line: {x: {int: 1..6}, y: {int: 1..6}}}], distinct: [[x, y]]}
                  - rows:
                      times: n
                      index: i
                      each:
                        - line: {u: {int: 1..i}, v: {int: i..i + 5}, h: {real: 0..5, decimals: 1}, c: {word: [A, B]}}
                        - line: {k: {int: 1..5}, list: {list: k, of: {int: 0..lim}, order: nondecreasing}}
                      where: [u + v <= 50]
                      totals: {k: 60}
                  - rows: {times: n, each: [{line: {s: {string: 1..8, over: a-z}}}], totals: {len(s): 80}, distinct: [[s]]}
                  - rows: {times: n, each: [{line: {a: {int: 1..8}, b: {int: 1..8}}}], where: [a != b], distinct: [{unordered: [a, b]}]}
                  - rows: {times: 2, each: [{line: {c2: {int: 1..4}}}, {rows: {times: c2, each: [{line: {d2: {int: 1..c2}, e2: {int: 0..9}}}]}}, {matrix: {name: mm, rows: 2, columns: c2, of: {int: 0..1}}}, {tree: {name: tt, vertices: c2}}]}
                where: ["sum(x) >= n", "x[1] <= 6"]
                """),
        GeneratorFamily(
            name: "intervals and queries",
            yaml: """
                input:
                  - line: {n: {int: 1..100}, q: {int: 1..20}}
                  - rows: {times: q, each: [{line: {l: {int: 1..n}, r: {int: l..n}}}]}
                  - rows: {times: q, each: [{line: {a: {int: -1000000000..1000000000}, b: {int: -1000000000..1000000000}, w: {int: 1..5}}}], where: [a < b]}
                  - rows:
                      times: q
                      each:
                        - choice:
                            selector: type
                            options:
                              "1": {p: {int: 1..n}, value: {int: 1..100}}
                              "2": {fields: {left: {int: 1..n}, right: {int: 1..n}}, where: [left <= right]}
                              "3": {}
                              ADD: {p: {int: 1..5}, name: {string: 1..4, over: a-z}}
                """),
        GeneratorFamily(
            name: "test cases",
            yaml: """
                input:
                  - line: {T: {int: 1..10}}
                  - cases:
                      times: T
                      index: c
                      each:
                        - line: {n: {int: 1..50}, m: {int: 0..60}}
                        - graph: {name: g, vertices: n, edges: m, connected: true}
                        - line: {s: {string: 1..40, over: ab}}
                        - line: {a: {list: n, of: {int: 1..c + 3}}}
                      totals: {n: 60, m: 100, len(s): 90}
                """),
        GeneratorFamily(
            name: "until zeros",
            yaml: """
                input:
                  - cases:
                      until: ["0", "0"]
                      at-most: 15
                      each:
                        - line: {n: {int: 0..5}, m: {int: 0..5}}
                        - optional: {when: n >= 1, each: [{line: {a: {list: n, of: {int: 0..9}}}}]}
                """),
        GeneratorFamily(
            name: "until the end of the file",
            yaml: """
                input:
                  - rows: {until: end-of-file, at-most: 20, each: [{line: {a: {int: -5..5}, b: {int: 1..5}}}], totals: {b: 40}}
                """),
        GeneratorFamily(
            name: "optional and predicates",
            yaml: """
                input:
                  - line: {x1: {int: 0..9}, y1: {int: 0..9}, x2: {int: 0..9}, y2: {int: 0..9}, n: {int: 3..8}}
                  - line: {a: {list: n, of: {int: 1..4}}, price: {real: 0..9, decimals: 2}}
                  - rows: {times: n, each: [{line: {l: {int: 0..9}, r: {int: 0..9}, f: {real: 0..1, decimals: 1}}}]}
                  - optional: {when: x1 > 4, each: [{line: {extra: {int: 1..9}, other: {int: 1..9}}}], where: [extra != other]}
                  - optional: {each: [{line: {last: {int: 1..9}}}]}
                predicates:
                  corners_in_order: {uses: [x1, y1, x2, y2], cpp: "return x1 < x2 && y1 < y2;"}
                  sum_is_even: {uses: [a, price], cpp: "long long s = 0;\\nfor (long long v : a) s += v;\\nreturn s % 2 == 0 && price >= 0.5;"}
                  row_is_odd: {uses: [l, r, f], cpp: "return (l + r) % 2 == 1 && f < 0.9;"}
                  some_row: {uses: [l, f, n], cpp: "return (long long)l.size() == n && f.size() == l.size();"}
                """),
    ]
}
