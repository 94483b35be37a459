/// Gives names to values that the statement leaves without one.
enum LayoutNaming {
    static func named(_ nodes: [LayoutNode]) -> [LayoutNode] {
        var taken: Set<String> = []
        collect(nodes, &taken)
        return nodes.map { named($0, &taken) }
    }

    private static func collect(_ nodes: [LayoutNode], _ taken: inout Set<String>) {
        for node in nodes {
            switch node {
            case .line(let line), .rows(_, let line):
                for entry in line.entries { for name in entry.names { taken.insert(name.base) } }
            case .forms(_, let forms): for form in forms { for name in form.names { taken.insert(name.base) } }
            case .cases(let inner), .optional(_, _, let inner): collect(inner, &taken)
            }
        }
    }

    private static func named(_ node: LayoutNode, _ taken: inout Set<String>) -> LayoutNode {
        switch node {
        case .line(let line): .line(named(line, &taken))
        case .rows(let count, let line): .rows(count: count, named(line, &taken))
        case .forms: node
        case .cases(let inner): .cases(inner.map { named($0, &taken) })
        case .optional(let name, let value, let inner): .optional(name, value, inner.map { named($0, &taken) })
        }
    }

    private static func named(_ line: LayoutLine, _ taken: inout Set<String>) -> LayoutLine {
        var line = line
        for index in line.entries.indices where line.entries[index].names.isEmpty {
            let entry = line.entries[index]
            // Several values without names stay without: nobody could say which is which.
            guard entry.isList || entry.count == nil || entry.count == .number(1) else { continue }
            let wanted: [String] =
                entry.meaning.isEmpty
                ? wanted(for: entry) : ["a", "b", "c", "d", "e", "f", "g", "h"] + wanted(for: entry)
            guard let name = wanted.first(where: { !taken.contains($0) }) else { continue }
            taken.insert(name)
            line.entries[index].names = [VariableName(name)]
        }
        return line
    }

    private static func wanted(for entry: LayoutEntry) -> [String] {
        switch entry.kind {
        case .string: ["s", "word", "str"]
        case .character: entry.isList ? ["row", "cells"] : ["c", "symbol"]
        case .integer, .number, .real, .sequence: entry.isList ? ["a", "b", "values"] : ["x", "y", "value"]
        }
    }
}
