/// The detail of a step in both languages, as one text: steps keep and send one, and most of them (programs,
/// specifications, what a compiler says) read the same to everybody.
///
/// Written as `␞Chinese␞English` with the record separator of ASCII, which texts of ours do not hold. A text without that
/// form is the same in each language.
package enum DetailText {
    private static let separator: Character = "\u{1E}"

    /// `text` to be kept; each language is cut where both together would be longer than a step's detail may be.
    package static func kept(_ text: Localized) -> String {
        let room = (TaskProgress.detailLimit - 2) / 2
        let both = [text.chinese, text.english].map { part in
            String(part.filter { $0 != separator }).prefix(bytes: room)
        }
        return both[0] == both[1] ? both[0] : both.map { "\(separator)\($0)" }.joined()
    }

    /// What a reader of `language` is shown of the kept text.
    package static func shown(_ kept: String, in language: Language) -> String {
        let parts = kept.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return kept }
        return String(parts[language == .chinese ? 1 : 2])
    }
}
