/// Where the parts of a specification stand in its YAML document, so that what the checks find can be shown there.
///
/// Parts are told apart by their values: names occur once in a specification, so two equal parts are one mistake
/// written twice, and the later line is the one that matters.
struct SpecificationLines {
    enum Part: Hashable {
        case item(Item)
        case field(Field)
        case relation(Condition)
        /// Of a predicate, or of a variable: where it is read.
        case name(String)
    }

    private var lines: [Part: Int] = [:]

    mutating func note(_ part: Part, at line: Int?) {
        lines[part] = line
    }

    /// The error with the line of `part`, unless a smaller part inside it has given a line already.
    func placed(_ error: SpecificationError, at part: Part) -> SpecificationError {
        SpecificationError(line: error.line ?? lines[part], error.reason)
    }
}
