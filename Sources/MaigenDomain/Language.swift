/// A language in which MAIGEN speaks to people.
package enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    /// Simplified Chinese, the default.
    case chinese = "zh-Hans"
    /// English.
    case english = "en"

    /// The language that a POSIX locale name such as `zh_CN.UTF-8` or `en_US` asks for; nil where it asks for
    /// neither.
    package init?(locale: String) {
        let name = locale.lowercased()
        if name.hasPrefix("zh") {
            self = .chinese
        } else if name.hasPrefix("en") {
            self = .english
        } else {
            return nil
        }
    }
}

/// One text a person reads, in every language: it cannot exist in one language alone.
package struct Localized: Sendable, Hashable {
    /// The Simplified Chinese text.
    package var chinese: String
    /// The English text.
    package var english: String

    package init(zh chinese: String, en english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The same characters in every language: a name, a number, a program's own message.
    package init(verbatim text: String) {
        self.init(zh: text, en: text)
    }

    /// The text in `language`.
    package subscript(language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

extension Localized: Codable {
    private enum CodingKeys: String, CodingKey {
        case chinese = "zh"
        case english = "en"
    }
}
