import Foundation
import MaigenDomain

/// An answer of an S3 store: elements that hold either text or elements. Attributes, comments and instructions say
/// nothing here; document types, which could blow up, are refused.
struct S3Document: Sendable {
    /// The element's name.
    var name: String
    /// The text in it, where it holds no elements.
    var text = ""
    /// The elements in it.
    var children: [S3Document] = []

    /// The text of the first element `name` in this one.
    subscript(_ name: String) -> String? { children.first { $0.name == name }?.text }

    /// Reads `bytes`; nil where they are no such document, or one nested deeper than any answer is.
    init?(_ bytes: [UInt8]) {
        var open: [S3Document] = [S3Document(name: "")]
        var rest = bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            open[open.count - 1].text += Self.unescaped(rest[..<start])
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            switch tag.first {
            case UInt8(ascii: "?"): continue
            case UInt8(ascii: "!"): return nil
            case UInt8(ascii: "/"):
                guard open.count > 1, let closed = open.popLast(), closed.name == Self.name(tag.dropFirst()) else {
                    return nil
                }
                open[open.count - 1].children.append(closed)
            default:
                if tag.last == UInt8(ascii: "/") {
                    open[open.count - 1].children.append(S3Document(name: Self.name(tag.dropLast())))
                } else {
                    guard open.count < 8 else { return nil }
                    open.append(S3Document(name: Self.name(tag)))
                }
            }
        }
        guard open.count == 1, let root = open[0].children.first, open[0].children.count == 1 else { return nil }
        self = root
    }

    private init(name: String) { self.name = name }

    private static func name(_ tag: ArraySlice<UInt8>) -> String {
        String(decoding: tag.prefix { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }, as: UTF8.self)
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
