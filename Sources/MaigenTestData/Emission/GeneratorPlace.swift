/// Where in the program statements stand while they are written.
struct GeneratorPlace {
    var scope: CppScope
    /// The position within the run of values that a scalar belongs to: the row, the test case, or 0.
    var position = "0"
    /// How many loops over rows are around.
    var depth = 0
    /// Whether whole numbers are read once here, not once in each row.
    var isInRows = false
    /// What must hold in the blocks around.
    var facts: [GeneratorFact] = []
    /// Variables of these blocks that have no value yet.
    var pending: Set<String> = []
    /// Pairs of fields that are drawn together, by the name of the first.
    var intervals: [String: GeneratorInterval] = [:]
    /// The same of coordinates.
    var points: [String: GeneratorPoint] = [:]
    /// Inside of a graph's edges: the field whose values some of its shapes decide, and the graph's knob.
    var costs: (field: String, knob: String)?
    /// Numbers that are drawn again together.
    var group: Set<String> = []
    /// Facts that drawing has made true, by their place in `facts`.
    var enforced: Set<Int> = []
}

/// What an item becomes.
struct GeneratorCode {
    /// Statements that draw it; they `return false` where that does not succeed.
    var draw: [String] = []
    /// Statements that write it.
    var write: [String] = []
    /// Statements that begin the runs of the knobs whose run the surrounding repetition is.
    var starts: [String] = []
    /// The variables, which the surrounding repetition makes as long as it has rows.
    var storage: [GeneratorStorage] = []

    mutating func append(_ other: GeneratorCode) {
        draw += other.draw
        write += other.write
        for start in other.starts where !starts.contains(start) { starts.append(start) }
        for variable in other.storage where !storage.contains(variable) { storage.append(variable) }
    }
}

/// A file-scope variable.
struct GeneratorStorage: Hashable {
    var identifier: String
    /// The type without the layers of the repetitions of rows around it.
    var type: String
    /// The numbers of the repetitions of rows around it.
    var rows: [Int]

    /// The full type.
    var fullType: String {
        String(repeating: "vector<", count: rows.count) + type + String(repeating: ">", count: rows.count)
    }

    /// The variable in the current rows.
    func access(_ scope: CppScope) -> String {
        rows.reduce(into: identifier) { text, row in
            if let index = scope.rows[row] { text += "[\(index)]" }
        }
    }

    /// What each row holds before it is drawn, seen from outside of the innermost repetition that `scope` is not in.
    func emptyRow(_ scope: CppScope) -> String {
        let layers = rows.count { scope.rows[$0] == nil } - 1
        guard layers > 0 || empty == "{}" else { return empty }
        return String(repeating: "vector<", count: layers) + type + String(repeating: ">", count: layers) + "()"
    }

    /// What it holds in the rows of `scope` where it is not read.
    func emptyHere(_ scope: CppScope) -> String {
        rows.contains { scope.rows[$0] == nil } ? "{}" : empty
    }

    /// What one value holds that is not read.
    var empty: String {
        switch type {
        case "long long": "0"
        case "string": "\"\""
        case "bool": "false"
        default: "{}"
        }
    }
}

extension [String] {
    /// One level deeper.
    var indented: [String] { map { $0.isEmpty ? $0 : "    " + $0 } }
}
