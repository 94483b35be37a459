import MaigenDomain

extension Language {
    /// The language that `Accept-Language` asks for most; nil where it asks for none that MAIGEN speaks.
    package init?(acceptLanguage header: String) {
        var best: (language: Language, weight: Double)?
        for part in header.prefix(1000).split(separator: ",") {
            let fields = part.split(separator: ";").map { String($0).trimmingSpaces }
            guard let tag = fields.first, let language = Language(locale: tag) else { continue }
            let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        guard let best else { return nil }
        self = best.language
    }
}
