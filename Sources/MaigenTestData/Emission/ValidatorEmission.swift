/// Writes the validator of a specification: a C++17 program on testlib.h that accepts exactly its inputs.
package enum ValidatorEmission {
    /// The text of `validator.cpp`.
    ///
    /// The program reads an input from standard input, strict to the byte, and ends with 0 where it is valid, else
    /// with testlib's exit code and a message that names the place and the constraint. With the argument `--reach` it
    /// prints, for a valid input, a line `name least greatest` for every bounded quantity that the input holds; the
    /// names are those of `VariableBound`.
    package static func source(for specification: InputSpecification) -> String {
        var program = ValidatorProgram(specification)
        program.block(specification.body)
        return program.text
    }
}
