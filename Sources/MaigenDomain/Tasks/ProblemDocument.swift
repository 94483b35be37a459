/// A problem as its setter wrote it: what `problem.md` holds.
package struct ProblemDocument: Sendable, Hashable, Codable {
    package var title: String
    /// Markdown with LaTeX mathematics, as all texts here.
    package var description: String
    package var input: String
    package var output: String
    /// The separate section of data ranges; nil where the problem has none.
    package var constraints: String?
    /// At least one.
    package var samples: [Sample]

    package struct Sample: Sendable, Hashable, Codable {
        /// LF line ends, a final line end, exactly as in the fenced block.
        package var input: String
        package var output: String

        package init(input: String, output: String) {
            self.input = input
            self.output = output
        }
    }

    package init(
        title: String, description: String, input: String, output: String, constraints: String? = nil,
        samples: [Sample]
    ) {
        self.title = title
        self.description = description
        self.input = input
        self.output = output
        self.constraints = constraints
        self.samples = samples
    }
}
