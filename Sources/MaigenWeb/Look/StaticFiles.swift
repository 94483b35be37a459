import Foundation
import MaigenDomain

/// The files that pages link to, each under an address that names its content: `/static/<group>-<hash>/<path>`. What is
/// under such an address never changes, so browsers keep it for a year.
package struct StaticFiles: Sendable {
    /// One file, ready to be sent.
    package struct File: Sendable {
        /// The bytes.
        package var content: [UInt8]
        /// The same as gzip; nil where that is not shorter.
        package var compressed: [UInt8]?
        /// The value of `Content-Type`.
        package var type: String
        /// The strong entity tag, quoted.
        package var tag: String
    }

    /// The addresses that pages need.
    package let links: AssetLinks
    private let files: [String: File]

    /// A third-party part, installed by the set-up step and read once at the start.
    package struct Part: Sendable {
        /// The name in the address.
        package var name: String
        /// Where it is installed, and which of its files pages may use.
        package var folder: String
        package var paths: [String]

        package init(name: String, folder: String, paths: [String]) {
            self.name = name
            self.folder = folder
            self.paths = paths
        }
    }

    /// Why the files cannot be served: the set-up step was not run.
    package struct Missing: Error, Sendable, CustomStringConvertible {
        /// The file that is not there.
        package var path: String
        package var description: String { "missing \(path): run scripts/setup" }
    }

    /// - Parameters:
    ///   - site: our own files, by name.
    ///   - katex: KaTeX; `codemirror`: CodeMirror.
    /// - Throws: `Missing` for a file that is not installed.
    package init(site: [String: [UInt8]], katex: Part, codemirror: Part) throws(Missing) {
        var files: [String: File] = [:]
        func add(_ name: String, _ contents: [String: [UInt8]]) -> String {
            // One hash for the group: its files refer to each other by relative addresses.
            let hashes = contents.sorted { $0.key < $1.key }.map { $0.key + SHA256.hexadecimal(of: $0.value) }
            let hash = SHA256.hexadecimal(of: Array(hashes.joined().utf8)).prefix(12)
            for (path, content) in contents {
                let compressed = Gzip.compressed(content, level: 9)
                files["\(name)-\(hash)/\(path)"] = File(
                    content: content, compressed: compressed.count < content.count ? compressed : nil,
                    type: Self.type(of: path),
                    tag: "\"\(SHA256.hexadecimal(of: content).prefix(24))\"")
            }
            return "/static/\(name)-\(hash)/"
        }
        func read(_ part: Part) throws(Missing) -> [String: [UInt8]] {
            var contents: [String: [UInt8]] = [:]
            for path in part.paths {
                guard let data = FileManager.default.contents(atPath: part.folder + "/" + path) else {
                    throw Missing(path: part.folder + "/" + path)
                }
                contents[path] = [UInt8](data)
            }
            return contents
        }
        links = AssetLinks(
            site: add("site", site), katex: add(katex.name, try read(katex)),
            codemirror: add(codemirror.name, try read(codemirror)))
        self.files = files
    }

    /// The file at the address `/static/<path>`; nil where there is none.
    package subscript(path: String) -> File? { files[path] }

    private static func type(of path: String) -> String {
        switch path.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "woff2": "font/woff2"
        default: "application/octet-stream"
        }
    }
}
