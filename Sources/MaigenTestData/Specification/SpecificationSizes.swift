import Foundation
import MaigenDomain

/// Whether the ranges of a specification leave anything to generate, and not too much.
struct SpecificationSizes {
    /// The most bytes an input may have.
    static let greatestInput = ByteCount.mebibytes(256)

    let analysis: IntervalAnalysis
    private let lines: SpecificationLines
    /// The constant upper ends of whole-number variables, as written: the analysis may have narrowed them.
    let declaredUpper: [String: Int128]

    private init(_ specification: InputSpecification, _ lines: SpecificationLines) {
        analysis = IntervalAnalysis(specification)
        self.lines = lines
        declaredUpper = Self.declaredUpper(specification.body)
    }

    private static func declaredUpper(_ block: Block) -> [String: Int128] {
        var result: [String: Int128] = [:]
        for item in block.items {
            switch item {
            case .line(let fields):
                for field in fields {
                    if case .value(.integer(let range)) = field.kind { result[field.name] = range.upper.constant }
                }
            case .repetition(let repetition): result.merge(declaredUpper(repetition.body)) { first, _ in first }
            case .optional(let optional): result.merge(declaredUpper(optional.body)) { first, _ in first }
            case .matrix, .grid, .tree, .graph, .choice: break
            }
        }
        return result
    }

    static func check(
        _ specification: InputSpecification, lines: SpecificationLines
    ) throws(SpecificationError) {
        let sizes = SpecificationSizes(specification, lines)
        try sizes.checkRanges(specification.body)
        if let name = sizes.analysis.contradiction { throw sizes.contradiction(name) }
        let bytes = sizes.bytes(specification.body, sizes.analysis)
        guard bytes <= Double(greatestInput.bytes) else {
            let text =
                bytes < 1e15
                ? ByteCount(bytes: Int(bytes)).description : "10^\(Int(log10(bytes))) B"
            let error = SpecificationError(.tooLarge(text, limit: greatestInput))
            let largest = specification.body.items.max {
                sizes.bytes($0, sizes.analysis) < sizes.bytes($1, sizes.analysis)
            }
            throw largest.map { lines.placed(error, at: .item($0)) } ?? error
        }
    }

    /// No value is left for the variable, or for its length (`len:s`).
    private func contradiction(_ name: String) -> SpecificationError {
        let variable = name.hasPrefix("len:") ? String(name.dropFirst(4)) : name
        let subject =
            name == variable
            ? Localized(zh: "“\(variable)” 没有可取的值", en: "no value is left for '\(variable)'")
            : Localized(zh: "“\(variable)” 没有可取的长度", en: "no length is left for '\(variable)'")
        return lines.placed(SpecificationError(.impossibleRelations(subject)), at: .name(variable))
    }

    // MARK: Ranges

    private func checkRanges(_ block: Block) throws(SpecificationError) {
        for item in block.items {
            do throws(SpecificationError) {
                try checkRanges(item)
            } catch {
                throw lines.placed(error, at: .item(item))
            }
        }
    }

    private func checkRanges(_ item: Item) throws(SpecificationError) {
        switch item {
        case .line(let fields): try checkRanges(fields)
        case .matrix(let matrix):
            try checkCount(matrix.name, matrix.rows)
            try checkCount(matrix.name, matrix.columns)
            try checkRange(matrix.name, matrix.element)
        case .grid(let grid):
            try checkCount(grid.name, grid.rows)
            try checkCount(grid.name, grid.columns)
        case .tree(let tree):
            try checkCount(tree.name, tree.vertices)
            try checkRanges(tree.extras)
        case .graph(let graph):
            try checkCount(graph.name, graph.vertices)
            try checkCount(graph.name, graph.edges)
            try checkRanges(graph.extras)
        case .repetition(let repetition):
            if case .times(let times) = repetition.count { try checkCount("times", times) }
            try checkRanges(repetition.body)
            try checkDistinct(repetition)
        case .choice(let choice):
            for option in choice.options { try checkRanges(option.fields) }
        case .optional(let optional): try checkRanges(optional.body)
        }
    }

    private func checkRanges(_ fields: [Field]) throws(SpecificationError) {
        for field in fields {
            do throws(SpecificationError) {
                try checkRange(field)
            } catch {
                throw lines.placed(error, at: .field(field))
            }
        }
    }

    private func checkRange(_ field: Field) throws(SpecificationError) {
        switch field.kind {
        case .value(let value): try checkRange(field.name, value)
        case .list(let list):
            try checkCount(field.name, list.length)
            try checkRange(field.name, list.element)
            try checkDistinct(field.name, list)
        case .permutation(let length, _): try checkCount(field.name, length)
        case .literal: break
        }
    }

    private func checkRange(_ name: String, _ value: Value) throws(SpecificationError) {
        let range: IntegerRange
        switch value {
        case .integer(let integers): range = integers
        case .string(let shape): range = shape.length
        case .real, .word: return
        }
        // The declared ends themselves, not what the analysis made of the variable.
        let least = analysis.value(range.lower).least
        let greatest = analysis.value(range.upper).greatest
        guard least <= greatest else {
            throw SpecificationError(.emptyRange(name, String(least), String(greatest)))
        }
        if case .integer = value {
            guard analysis[name].least >= Int128(Int64.min), analysis[name].greatest <= Int128(Int64.max) else {
                throw SpecificationError(
                    Localized(
                        zh: "“\(name)” 超出 64 位整数；更长的数请用 {string: 1..L, number: true}",
                        en: "'\(name)' goes beyond 64 bits; write longer numbers as {string: 1..L, number: true}"))
            }
        }
    }

    private func checkCount(_ name: String, _ count: Expression) throws(SpecificationError) {
        guard analysis.value(count).greatest >= 0 else { throw SpecificationError(.negativeCount(name)) }
    }

    // MARK: Bytes

    private func bytes(_ block: Block, _ analysis: IntervalAnalysis) -> Double {
        block.items.reduce(0) { $0 + bytes($1, analysis) }
    }

    private func bytes(_ item: Item, _ analysis: IntervalAnalysis) -> Double {
        func greatest(_ expression: Expression) -> Double { max(0, Double(analysis.value(expression).greatest)) }
        func fieldBytes(_ fields: [Field]) -> Double { fields.reduce(1) { $0 + bytes($1, analysis) } }
        switch item {
        case .line(let fields): return fieldBytes(fields)
        case .matrix(let matrix):
            return greatest(.binary(.times, matrix.rows, matrix.columns)) * bytes(matrix.name, matrix.element, analysis)
        case .grid(let grid): return greatest(.binary(.times, grid.rows, grid.columns)) + greatest(grid.rows)
        case .tree(let tree): return greatest(tree.vertices) * (14 + fieldBytes(tree.extras))
        case .graph(let graph): return greatest(graph.edges) * (14 + fieldBytes(graph.extras))
        case .repetition(let repetition): return bytes(repetition, analysis)
        case .choice(let choice):
            return choice.options.map { Double($0.token.count + 1) + fieldBytes($0.fields) }.max() ?? 0
        case .optional(let optional): return bytes(optional.body, analysis)
        }
    }

    /// Where totals bound the rows together: one row as large as can be, all others as small as the totals' summands
    /// allow.
    private func bytes(_ repetition: Repetition, _ analysis: IntervalAnalysis) -> Double {
        let count: Double
        switch repetition.count {
        case .times(let times): count = max(0, Double(analysis.value(times).greatest))
        case .until(_, let atMost), .endOfFile(let atMost): count = max(0, Double(analysis.value(atMost).greatest))
        }
        let largest = bytes(repetition.body, analysis)
        guard !repetition.totals.isEmpty else { return count * largest }
        let smallest = bytes(repetition.body, analysis.withLeast(repetition.totals.map(\.summand)))
        return largest + count * smallest
    }

    private func bytes(_ field: Field, _ analysis: IntervalAnalysis) -> Double {
        switch field.kind {
        case .value(let value): return bytes(field.name, value, analysis)
        case .list(let list):
            let count = max(0, Double(analysis.value(list.length).greatest))
            let most = count * bytes(field.name, list.element, analysis)
            // A bound of the lengths together holds for all strings of the list.
            guard case .string = list.element, let total = list.total else { return most }
            return min(most, max(0, Double(analysis.value(total).greatest)) + count)
        case .permutation(let length, _): return max(0, Double(analysis.value(length).greatest)) * 8
        case .literal(let word): return Double(word.utf8.count + 1)
        }
    }

    /// With the separator after it.
    private func bytes(_ name: String, _ value: Value, _ analysis: IntervalAnalysis) -> Double {
        switch value {
        case .integer:
            let interval = analysis[name]
            return Double(max(String(interval.least).count, String(interval.greatest).count) + 1)
        case .real(let real): return Double(max(real.lower.count, real.upper.count) + real.maximumDecimals + 2)
        case .word(let words): return Double((words.map(\.utf8.count).max() ?? 0) + 1)
        case .string: return max(0, Double(analysis["len:" + name].greatest)) + 1
        }
    }
}

extension IntervalAnalysis {
    /// The same with every summand at its least value.
    func withLeast(_ summands: [Expression]) -> IntervalAnalysis {
        var copy = self
        for summand in summands {
            switch summand {
            case .variable(let name): copy.fix(name)
            case .aggregate(.len, let name): copy.fix("len:" + name)
            default: for name in summand.variables { copy.fix(name) }
            }
        }
        return copy
    }
}
