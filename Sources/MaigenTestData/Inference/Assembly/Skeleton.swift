import MaigenDomain

/// Writes an incomplete specification for a person to complete.
enum Skeleton {
    /// YAML with `???` where something is missing, headed by what could not be read.
    static func text(of specification: InputSpecification, reasons: [Localized], unread: [String]) -> String {
        var lines = ["# 这份规格不完整，请补全后使用 / This specification is incomplete: please complete it."]
        for reason in reasons { lines.append("# ??? \(oneLine(reason.chinese)) / \(oneLine(reason.english))") }
        for words in unread { lines.append("# “\(oneLine(words))”") }
        let body = SpecificationWriter.write(specification)
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(
                line.contains("missing")
                    ? line.split(separator: "missing", omittingEmptySubsequences: false).joined(separator: "???")
                        + "  # ???" : String(line))
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 }.prefix(300))
    }
}
