/// How one place of an emitted program reaches the variables of the input.
package struct CppScope: Sendable {
    package var table: CppVariableTable
    /// For each repetition of rows that the place is inside of: the C++ text of its row, counted from 0.
    package var rows: [Int: String]
    /// Names that are reached otherwise: a row's fields in local variables, say.
    package var locals: [String: String]
    /// Identifiers of the program itself, reached as `#name`, and what they can be.
    package var programRanges: [String: CppRange] = [:]

    package init(_ table: CppVariableTable, rows: [Int: String] = [:], locals: [String: String] = [:]) {
        self.table = table
        self.rows = rows
        self.locals = locals
    }

    /// The variable's value in the current rows: `l[row]`, and `l` outside of its repetition. `#name` stands for an
    /// identifier of the program itself, such as a named bound.
    package func access(_ name: String) -> String {
        if let local = locals[name] { return local }
        if name.hasPrefix("#") { return String(name.dropFirst()) }
        guard let variable = table[name] else { return table.indexIdentifier(name) }
        return variable.rows.reduce(into: variable.identifier) { text, repetition in
            if let row = rows[repetition] { text += "[\(row)]" }
        }
    }

    /// How many of the variable's layers of rows the place is inside of.
    package func depth(_ variable: CppVariable) -> Int { variable.rows.count { rows[$0] != nil } }

    func range(_ name: String) -> CppRange { programRanges[name] ?? table.range(name) }
}
