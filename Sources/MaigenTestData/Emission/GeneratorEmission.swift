/// Writes the program that makes a problem's inputs.
package enum GeneratorEmission {
    /// `generator.cpp` in C++17 on testlib.h: the same text for the same specification.
    ///
    /// - Precondition: the specification has passed `SpecificationChecks`.
    package static func source(for specification: InputSpecification) -> String {
        var program = GeneratorProgram(specification)
        return program.source()
    }
}

extension GeneratorProgram {
    mutating func source() -> String {
        var place = GeneratorPlace(scope: CppScope(table))
        place.facts = facts(specification.body, place) + caseFacts(specification.body, place)
        let input = outermost(specification.body, number: 0, name: "Input", &place)
        add(
            comment: nil, "int main(int argc, char* argv[]) {",
            [
                "registerGen(argc, argv, 1);", "readCommandLine(argc, argv);", "retryOrFail(\(input.draw));",
                "\(input.write)();", "out.flush();",
            ])
        var parts: [[String]] = []
        parts += CppPiece.inOrder(pieces).map {
            $0.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        .map { $0.last == "" ? Array($0.dropLast()) : $0 }
        parts.append(knobDeclarations)
        let bounds = boundDeclarations
        if !bounds.isEmpty { parts.append(["// The bounds."] + bounds) }
        if !storage.isEmpty { parts.append(["// The input."] + storageDeclarations) }
        parts += specification.predicates.map(function)
        parts += functions
        let body = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
        return header + "\n" + includes(body) + "using namespace std;\n\n" + body
    }

    /// Bounds on sums over test cases bound the number of test cases.
    private func caseFacts(_ block: Block, _ place: GeneratorPlace) -> [GeneratorFact] {
        block.items.flatMap { item -> [GeneratorFact] in
            guard case .repetition(let repetition) = item, case .times(let count) = repetition.count else { return [] }
            return totals(repetition, count: count, place)
        }
    }

    private func isUsed(_ identifier: String) -> Bool {
        functions.contains { $0.contains { $0.holdsWord(identifier) } }
    }

    /// `const long long MIN_N = 1, MAX_N = 100;`
    private var boundDeclarations: [String] {
        var lines: [String] = []
        var last = ""
        for constant in table.namedConstants where isUsed(constant.identifier) {
            if constant.identifier.hasPrefix("MAX_"), last == "MIN_" + constant.identifier.dropFirst(4) {
                let line = lines.removeLast().dropLast()
                lines.append("\(line), \(constant.identifier) = \(CppExpression.literal(constant.value));")
            } else {
                lines.append(constant.declaration)
            }
            last = constant.identifier
        }
        return lines
    }

    private var storageDeclarations: [String] {
        var lines: [String] = []
        var seen: Set<String> = []
        var open: (type: String, names: [String])?
        func close() {
            if let open { lines.append("\(open.type) \(open.names.joined(separator: ", "));") }
        }
        for variable in storage where seen.insert(variable.identifier).inserted {
            if open?.type == variable.fullType, open?.names.count ?? 0 < 8 {
                open?.names.append(variable.identifier)
            } else {
                close()
                open = (variable.fullType, [variable.identifier])
            }
        }
        close()
        return lines
    }

    private var knobDeclarations: [String] {
        guard !plan.knobs.isEmpty else { return [] }
        return ["// What the command line decides."]
            + plan.knobs.map { entry in
                let name = knobNames[entry.role] ?? ""
                let title = Self.quoted(entry.knob.name)
                switch entry.knob.kind {
                case .number:
                    let isFactor =
                        if case .main(let variable) = entry.role { factors.contains(variable) } else { false }
                    let more = entry.knob.extras.contains(.numbers) ? ", \(isFactor), numberShapes" : nil
                    return "NumberKnob \(name)(\(title)\(more ?? (isFactor ? ", true" : "")));"
                case .values:
                    let more = Knob.Extra.allCases.filter(entry.knob.extras.contains).map { "&\($0.shapes)" }
                    guard more.isEmpty else {
                        return "ValuesKnob \(name)(\(title), {\(more.joined(separator: ", "))});"
                    }
                    let unit = (0..<entry.decimals).reduce(into: Int128(1)) { unit, _ in unit *= 10 }
                    return "ValuesKnob \(name)(\(title)\(unit == 1 ? "" : ", " + CppExpression.literal(unit)));"
                case .text: return "TextKnob \(name)(\(title));"
                case .selector:
                    return "SelectorKnob \(name)(\(title), {\(entry.words.map(Self.quoted).joined(separator: ", "))});"
                case .grid: return "GridKnob \(name)(\(title));"
                case .permutation: return "PermutationKnob \(name)(\(title));"
                case .tree: return "TreeKnob \(name)(\(title));"
                case .graph where entry.knob.extras.contains(.costs): return "CostedGraphKnob \(name)(\(title));"
                case .graph: return "GraphKnob \(name)(\(title));"
                case .intervals:
                    guard case .intervals(let left, let right) = entry.role else { return "" }
                    let ends = [left, right].map { knobNames[.main($0)] ?? "" }.joined(separator: ", ")
                    return "IntervalsKnob \(name)(\(title), \(ends));"
                case .points:
                    guard case .points(let x, let y) = entry.role else { return "" }
                    let coordinates = [x, y].map { knobNames[.main($0)] ?? "" }.joined(separator: ", ")
                    return "PointsKnob \(name)(\(title), \(coordinates));"
                case .cases: return "CasesKnob \(name)(\(title));"
                }
            }
    }

    // MARK: - The head of the file

    private var header: String {
        let title = specification.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        var lines = ["\(title.isEmpty ? "" : title + ": ")generator of inputs.", ""]
        lines.append("    generator <strategy> [name=setting ...] <seed>")
        lines.append("")
        lines.append(
            "The same arguments give the same input. The strategy only names the test. What is not set is random;")
        lines.append(
            "settings that contradict each other or the bounds give way. Exit code 2: wrong arguments; 3: no input")
        lines.append("was found that fulfils everything.")
        if !plan.knobs.isEmpty { lines.append("") }
        let width = (plan.knobs.map { $0.knob.name.count }.max() ?? 0) + 2
        for kind in Knob.Kind.inOrder {
            let names = plan.knobs.filter { $0.knob.kind == kind }.map(\.knob.name)
            guard !names.isEmpty else { continue }
            for name in names.dropLast() { lines.append("    \(name)") }
            let last = names.last ?? ""
            lines.append("    \(last)\(String(repeating: " ", count: max(1, width - last.count)))\(kind.help)")
        }
        for extra in Knob.Extra.allCases {
            let names = plan.knobs.filter { $0.knob.extras.contains(extra) }.map(\.knob.name)
            guard !names.isEmpty else { continue }
            lines.append("    \(names.joined(separator: ", ")) also: \(extra.settings.joined(separator: " "))")
        }
        return lines.map { $0.isEmpty ? "//" : "// \($0)" }.joined(separator: "\n")
    }

    private func includes(_ body: String) -> String {
        let wanted: [(String, [String])] = [
            ("algorithm", ["sort", "find", "min", "max", "none_of"]), ("charconv", ["to_chars"]),
            ("climits", ["LLONG_MAX", "LLONG_MIN"]), ("cmath", ["sqrt", "expl"]), ("functional", ["function<"]),
            ("map", ["map<"]), ("cstdio", ["fwrite"]),
            ("numeric", ["iota"]), ("set", ["set<"]), ("stdexcept", ["domain_error", "out_of_range"]),
            ("string", ["string"]), ("unordered_set", ["unordered_set"]), ("utility", ["pair"]), ("vector", ["vector"]),
        ]
        let used = wanted.filter { $0.1.contains { body.contains($0) } }.map { "#include <\($0.0)>\n" }
        return "\n#include \"testlib.h\"\n\n" + used.joined() + "\n"
    }
}

extension String {
    /// Whether the text holds the identifier as a whole word.
    func holdsWord(_ word: String) -> Bool {
        var rest = self[...]
        while let range = rest.firstRange(of: word) {
            let isPart = { (character: Character?) in character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
            }
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : nil
            let after = range.upperBound < endIndex ? self[range.upperBound] : nil
            if !isPart(before), !isPart(after) { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }
}

extension Knob.Kind {
    static let inOrder: [Knob.Kind] = [
        .number, .values, .intervals, .points, .text, .selector, .permutation, .grid, .tree, .graph, .cases,
    ]

    /// The settings in the head of a generator.
    fileprivate var help: String {
        func list<S: CaseIterable & RawRepresentable>(_ shapes: S.Type) -> String where S.RawValue == String {
            shapes.allCases.map(\.rawValue).joined(separator: " ")
        }
        return switch self {
        case .number: "random log varied, or a range A..B of 5, min, max, min+3, max-3"
        case .values: list(ValueShape.self) + ", also with a range: random:1..max-3"
        case .intervals: list(IntervalShape.self)
        case .text: list(TextShape.self)
        case .selector: list(SelectorShape.self) + " only:WORD"
        case .permutation: list(PermutationShape.self)
        case .grid: list(GridShape.self)
        case .tree: list(TreeShape.self)
        case .graph: list(GraphShape.self)
        case .points: list(PointShape.self)
        case .cases: list(CasesShape.self)
        }
    }
}

extension Knob.Extra {
    /// The C++ name of the shapes; unused for graphs, whose knob has a type of its own.
    fileprivate var shapes: String {
        switch self {
        case .arrays: "arrayShapes"
        case .numbers: "numberShapes"
        case .hashKeys: "hashKeys"
        case .costs: ""
        }
    }

    /// The names of the shapes.
    var settings: [String] {
        switch self {
        case .arrays: ArrayShape.allCases.map(\.rawValue)
        case .numbers: NumberShape.allCases.map(\.rawValue)
        case .hashKeys: HashShape.allCases.map(\.rawValue)
        case .costs: CostShape.allCases.map(\.rawValue)
        }
    }
}
