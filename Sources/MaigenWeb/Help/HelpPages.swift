import MaigenDomain

/// A text for reading, made from Markdown of our own.
struct HelpPage: PageModel {
    static let template = "help"
    var text: SafeHTML
    var isReference: Bool
}

/// The texts, rendered once.
struct HelpTexts: Sendable {
    /// How to write a problem that is understood.
    let guide: [Language: SafeHTML]
    /// The input specification, whole.
    let specification: [Language: SafeHTML]

    init() {
        func html(_ bytes: [UInt8]) -> SafeHTML { Markdown.html(String(decoding: bytes, as: UTF8.self)) }
        guide = [
            .chinese: html(PackageResources.help_zh_CN_md), .english: html(PackageResources.help_md),
        ]
        specification = [
            .chinese: html(PackageResources.input_spec_zh_CN_md), .english: html(PackageResources.input_spec_md),
        ]
    }
}
