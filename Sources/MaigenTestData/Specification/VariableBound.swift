/// The least and greatest value that a quantity of the input can take at all, over every legal input: what a setter
/// calls the bounds of `n` or of `a_i`, and what the coverage report compares the data with.
package struct VariableBound: Sendable, Hashable, Codable {
    /// As people write it: `n`, `a` for the elements of a list or the values of a field over its rows, `|s|` for the
    /// length of a string.
    package var name: String
    /// Whole numbers as such; decimal numbers as text without superfluous zeros.
    package var least: String
    package var greatest: String

    package init(name: String, least: String, greatest: String) {
        self.name = name
        self.least = least
        self.greatest = greatest
    }
}
