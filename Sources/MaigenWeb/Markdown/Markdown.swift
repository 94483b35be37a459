import CCMarkGFM
import Foundation

/// Turns what people write into HTML that can do nothing: no raw HTML, no scripts, no images from elsewhere.
///
/// cmark-gfm omits raw HTML and addresses such as `javascript:`; links get a `rel`, and images become links, since
/// the content security policy shows none from elsewhere. Formulas are
/// set by `MathHTML`; what only KaTeX can set stays text, which `site.js` hands to it.
package enum Markdown {
    private static let extensions = ["table", "strikethrough", "autolink", "tagfilter"]

    /// The HTML of `markdown`.
    package static func html(_ markdown: String) -> SafeHTML {
        let math = MathSpans(in: markdown)
        return SafeHTML(trusted: math.restored(in: linksMarked(render(math.text))))
    }

    private static func render(_ text: String) -> String {
        registered
        let options = CMARK_OPT_VALIDATE_UTF8
        guard let parser = cmark_parser_new(options) else { return SafeHTML.escaping(text) }
        defer { cmark_parser_free(parser) }
        for name in extensions {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return SafeHTML.escaping(text) }
        defer { cmark_node_free(document) }
        replaceImages(in: document)
        joinChineseLines(in: document)
        guard let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else {
            return SafeHTML.escaping(text)
        }
        defer { free(html) }
        return String(cString: html)
    }

    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    private static func nodes(of type: cmark_node_type, in document: OpaquePointer) -> [OpaquePointer] {
        var nodes: [OpaquePointer] = []
        let iterator = cmark_iter_new(document)
        while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), cmark_node_get_type(node) == type {
                nodes.append(node)
            }
        }
        cmark_iter_free(iterator)
        return nodes
    }

    /// A line break within a Chinese paragraph is no space.
    private static func joinChineseLines(in document: OpaquePointer) {
        func text(_ node: OpaquePointer?) -> String {
            guard let node, let literal = cmark_node_get_literal(node) else { return "" }
            return String(cString: literal)
        }
        func isChinese(_ character: Character?) -> Bool {
            guard let scalar = character?.unicodeScalars.first?.value else { return false }
            return (0x3000...0x9FFF).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
        }
        for lineBreak in nodes(of: CMARK_NODE_SOFTBREAK, in: document)
        where isChinese(text(cmark_node_previous(lineBreak)).last)
            && isChinese(text(cmark_node_next(lineBreak)).first)
        {
            cmark_node_unlink(lineBreak)
            cmark_node_free(lineBreak)
        }
    }

    private static func replaceImages(in document: OpaquePointer) {
        for image in nodes(of: CMARK_NODE_IMAGE, in: document) {
            guard let link = cmark_node_new(CMARK_NODE_LINK) else { continue }
            cmark_node_set_url(link, cmark_node_get_url(image))
            while let child = cmark_node_first_child(image) {
                cmark_node_append_child(link, child)
            }
            cmark_node_replace(image, link)
            cmark_node_free(image)
        }
    }

    /// In rendered HTML this text begins a link and nothing else: what people write has its `<` escaped.
    private static func linksMarked(_ html: String) -> String {
        html.replacing("<a href=\"", with: "<a rel=\"nofollow noopener noreferrer ugc\" href=\"")
    }
}
