import Hummingbird
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

/// The cookie in which a visitor's browser keeps the language that they chose.
package enum LanguageCookie {
    private static let name = "maigen-language"

    /// The language in a request's cookies.
    package static func language(in request: Request) -> Language? {
        request.cookies[name].flatMap { Language(rawValue: $0.value) }
    }

    /// The header that makes a browser keep it for a year.
    package static func setting(_ language: Language, for origin: SiteOrigin) -> String {
        "\(name)=\(language.rawValue); Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax"
            + (origin.isSecure ? "; Secure" : "")
    }
}
