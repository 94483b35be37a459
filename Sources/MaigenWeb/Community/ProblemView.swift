import MaigenDomain

/// A problem as pages show it, by the template `problem`.
struct ProblemView: Sendable {
    var description: SafeHTML
    var input: SafeHTML
    var output: SafeHTML
    var constraints: SafeHTML?
    // A section of `constraints` is its HTML; the heading needs a condition of its own.
    private var hasConstraints: Bool
    var samples: [Sample]

    struct Sample: Sendable {
        var number: Int
        var input: String
        var output: String
    }

    init(_ problem: ProblemDocument) {
        description = Markdown.html(problem.description)
        input = Markdown.html(problem.input)
        output = Markdown.html(problem.output)
        constraints = problem.constraints.map { Markdown.html($0) }
        hasConstraints = problem.constraints != nil
        samples = problem.samples.enumerated().map { index, sample in
            Sample(number: index + 1, input: sample.input, output: sample.output)
        }
    }
}
