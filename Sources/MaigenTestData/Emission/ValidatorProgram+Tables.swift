/// Matrices and grids.
extension ValidatorProgram {
    mutating func matrix(_ matrix: Matrix) {
        heading("\(matrix.name): \(matrix.rows.text) rows of \(matrix.columns.text) values")
        let rows = count(matrix.rows, of: matrix.name)
        let columns = count(matrix.columns, of: matrix.name)
        let type = matrix.element.type
        let table = isUsed(matrix.name) ? declareVector(matrix.name, of: "vector<\(type)>") : nil
        let row = openLoop(named: nil) { "for (long long \($0) = 1; \($0) <= \(rows); \($0)++)" }
        if let table { line("\(table).emplace_back();") }
        let column = openLoop(named: nil) { "for (long long \($0) = 1; \($0) <= \(columns); \($0)++)" }
        line("if (\(column) > 1) inf.readSpace();")
        value(
            matrix.name, matrix.element, into: table.map { .element(of: "\($0).back()") } ?? .nowhere,
            label: label(matrix.name, [row, column]))
        closeLoop()
        endOfLine()
        closeLoop()
    }

    mutating func grid(_ grid: Grid) {
        heading("\(grid.name): \(grid.rows.text) rows of \(grid.columns.text) characters")
        let rows = count(grid.rows, of: grid.name)
        let columns = count(grid.columns, of: grid.name)
        let identifier = table[grid.name]?.identifier ?? grid.name
        let vector = isUsed(grid.name) ? declareVector(grid.name, of: "string") : nil
        var markers: [(marker: Character, counter: String, comparison: String, wanted: Int)] = []
        for (marker, wanted) in grid.exactly.sorted(by: { $0.key < $1.key }) {
            markers.append((marker, table.newIdentifier("\(identifier)_marker"), "==", wanted))
        }
        for (marker, wanted) in grid.atLeast.sorted(by: { $0.key < $1.key }) {
            markers.append((marker, table.newIdentifier("\(identifier)_marker"), ">=", wanted))
        }
        for marker in markers { line("long long \(marker.counter) = 0;  // how often \(marker.marker) stands there") }
        let pattern = pattern("\(ValidatorPattern.set(grid.alphabet))*", for: grid.name)
        let counter = openLoop(named: nil) { "for (long long \($0) = 1; \($0) <= \(rows); \($0)++)" }
        let row = table.newIdentifier("\(identifier)_row")
        let reader = range(of: grid.columns).least < 1 ? "readMaybeEmpty(" : "inf.readToken("
        if reader == "readMaybeEmpty(" { need(.maybeEmpty) }
        line("const string \(row) = \(reader)\(pattern), \(label(grid.name, [counter])));")
        let message = CppText.format(
            "row ", " of \(grid.name) must have \(grid.columns.text) = ", " characters, not ", "")
        ensure(
            "(long long)\(row).size() == \(columns)", message,
            [counter, "(long long)(\(columns))", "(long long)\(row).size()"])
        for marker in markers {
            let character = marker.marker == "'" || marker.marker == "\\" ? "\\\(marker.marker)" : "\(marker.marker)"
            line("\(marker.counter) += count(\(row).begin(), \(row).end(), '\(character)');")
        }
        if let vector { line("\(vector).push_back(\(row));") }
        endOfLine()
        closeLoop()
        for marker in markers {
            let wanted = marker.comparison == "==" ? "exactly" : "at least"
            ensure(
                "\(marker.counter) \(marker.comparison) \(marker.wanted)",
                CppText.format("\(grid.name) must hold \(marker.marker) \(wanted) \(marker.wanted) times"))
        }
    }
}
