/// An input drawn in display mathematics, line by line, is a drawing as a code block is:
///
///     $$
///     \\begin{aligned}
///     &H\\ W\\\\
///     &A_1\\ \\ldots\\ A_H
///     \\end{aligned}
///     $$
enum DisplayedFormat {
    /// The text with every display of several lines turned into a fenced block; other displays stay as they are.
    static func fenced(_ text: String) -> String {
        guard text.contains("$$") else { return text }
        let parts = text.components("$$")
        guard parts.count % 2 == 1 else { return text }
        return parts.enumerated().map { index, part in
            guard index % 2 == 1 else { return part }
            guard let lines = lines(of: part) else { return "$$" + part + "$$" }
            return "\n```\n" + lines.joined(separator: "\n") + "\n```\n"
        }.joined()
    }

    /// Nil where the display is one line, or holds a comparison: then it states something.
    private static func lines(of display: String) -> [String]? {
        var text = display
        for environment in ["aligned", "align", "align*", "array", "gathered", "gather", "matrix", "split"] {
            text = text.replacing("\\begin{\(environment)}", with: " ").replacing("\\end{\(environment)}", with: " ")
        }
        text = text.replacing("{l}", with: " ")
        guard text.contains("\\\\"),
            !["<", ">", "\\le", "\\ge", "=", "\\sum"].contains(where: { sign in
                sign == "\\le" ? text.contains("\\le") && !text.contains("\\left") : text.contains(sign)
            })
        else { return nil }
        text = text.replacing("\\\\", with: "\u{1}").replacing("\n", with: " ")
        for blank in ["\\ ", "\\quad", "\\qquad", "\\space", "\\,", "\\;", "~", "&"] {
            text = text.replacing(blank, with: " ")
        }
        let lines = text.split(separator: "\u{1}").map { line in
            line.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
        return lines.count > 1 ? lines : nil
    }
}

extension String {
    /// The parts between the occurrences of a separator.
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
