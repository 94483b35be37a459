import Mustache

/// HTML that is shown as it is, because it was made by `Markdown` or by a chart, from escaped parts.
///
/// A template shows it with `{{#page.statement}}{{/page.statement}}`: a section whose value is a lambda that answers
/// with something else than text is put out as it is, without being searched for tags. Named outside a section it is
/// escaped like everything else, so that no template needs unescaped output.
package struct SafeHTML: Sendable, MustacheCustomRepresentation {
    /// The HTML.
    package let text: String

    /// - Parameter text: no part of it comes unescaped from a user.
    init(trusted text: String) {
        self.text = text
    }

    package var representation: Any? {
        let finished = Finished(description: text)
        return MustacheLambda { _ in finished }
    }

    private struct Finished: CustomStringConvertible {
        var description: String
    }

    /// `text` with what HTML would read as markup written as entities; fit for content and for quoted attributes.
    package static func escaping(_ text: some StringProtocol) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
