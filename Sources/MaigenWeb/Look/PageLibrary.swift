import MaigenDomain
import Mustache

/// The templates, compiled once for each language with its texts filled in.
package struct PageLibrary: Sendable {
    private let libraries: [Language: MustacheLibrary]

    /// - Parameters:
    ///   - templates: the files by name without `.mustache`.
    /// - Throws: `SiteTexts.Fault` for a template that does not parse, names a text that does not exist, or would show
    ///   something unescaped.
    package init(templates: [String: [UInt8]], texts: SiteTexts) throws(SiteTexts.Fault) {
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            var library = MustacheLibrary()
            for (name, bytes) in templates {
                let source = try texts.filled(String(decoding: bytes, as: UTF8.self), in: language)
                guard !source.contains("{{{"), !source.contains("{{&") else {
                    throw SiteTexts.Fault(description: "\(name): unescaped output")
                }
                do {
                    try library.register(source, named: name)
                } catch {
                    throw SiteTexts.Fault(description: "\(name): \(error)")
                }
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    /// The page's HTML in the frame's language.
    package func html<Model: PageModel>(_ model: Model, in frame: PageFrame) -> String {
        guard
            let html = libraries[frame.language]?.render(Shown(page: model, frame: frame), withTemplate: Model.template)
        else { preconditionFailure("no template \(Model.template)") }
        return html
    }

    private struct Shown<Model> {
        var page: Model
        var frame: PageFrame
    }
}

/// What one page shows: plain values that its template names. One page, one model, one template.
package protocol PageModel: Sendable {
    /// The template's name.
    static var template: String { get }
}
