import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP

/// A request that is answered with a page: by whom it was sent, if anybody.
package protocol PageContext: SpokenContext {
    /// Who looks at the page; nil for a visitor.
    var viewer: SignedIn? { get }
}

extension SiteContext: PageContext {
    package var viewer: SignedIn? { signedIn }
}

extension MemberContext: PageContext {
    package var viewer: SignedIn? { signedIn }
}

extension AdministratorContext: PageContext {
    package var viewer: SignedIn? { signedIn }
}

extension Request {
    /// Whether the sender reads gzip.
    var acceptsGzip: Bool {
        (headers[.acceptEncoding] ?? "").lowercased().split(separator: ",").contains { part in
            let words = part.split(separator: ";").map { $0.filter { $0 != " " } }
            return words.first == "gzip" && !words.dropFirst().contains { Double($0.dropFirst(2)) == 0 }
        }
    }

    /// The address on this site with its parameters, without the message of what was done.
    var localPath: String {
        let parameters = (uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("done=") }
        return uri.path + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
    }
}

/// An address on this site, as a form or a link names it to come back to: never one that leads elsewhere.
package struct LocalPath: Sendable, Hashable {
    /// The path, with its parameters.
    package let text: String

    /// Nil where `text` is no path of ours: browsers read `//host` and `/\host` as another site.
    package init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2000,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }
}

extension Request {
    /// The address of the list's next page, with the parameters that chose the list; nil on its last page.
    func next(_ cursor: Cursor?, keeping chosen: [String: String?] = [:]) -> String? {
        guard let cursor else { return nil }
        let kept = chosen.sorted { $0.key < $1.key }.compactMap { name, value in
            value.map { "\(name)=\(Pages.escaped($0))&" }
        }
        return "\(uri.path)?\(kept.joined())cursor=\(Pages.escaped(cursor.position))"
    }
}
