import Foundation

/// Where an S3-compatible store keeps our files, and the key to it: `MAIGEN_FILES_URL`.
///
///     s3://key:secret@s3.example.org:9000/bucket?region=eu-central-1
///
/// Key and secret are percent-encoded. The port may be absent. After `?`: `region` (`us-east-1` where absent);
/// `style=virtual` where the bucket is a part of the host's name, which some stores demand; `tls=none` to speak in clear
/// for a store on this machine or in a network of one's own.
package struct S3Address: Sendable, Hashable {
    /// `https://s3.example.org:9000`, with the bucket's name before the host's where the store wants it there.
    let origin: String
    /// What the header `Host` says.
    let host: String
    /// The bucket's path, or `/` where the bucket is in the host's name.
    let folder: String
    /// What stands before a file's name in the path.
    let root: String
    /// The bucket's name.
    package let bucket: String
    /// The region that signatures name.
    let region: String
    /// Who we are to the store.
    let key: S3Key

    /// What `text` says; nil where it is malformed.
    package init?(_ text: String) {
        guard text.utf8.count <= 1000, let url = URLComponents(string: text), url.scheme == "s3",
            let host = url.encodedHost, !host.isEmpty, url.fragment == nil, let name = url.user,
            let key = S3Key(name: name, secret: url.password ?? "")
        else { return nil }
        var options: [String: String] = [:]
        for item in url.queryItems ?? [] {
            guard ["region", "style", "tls"].contains(item.name), options[item.name] == nil, let value = item.value
            else {
                return nil
            }
            options[item.name] = value
        }
        let (tls, style, region) = (
            options["tls"] ?? "yes", options["style"] ?? "path", options["region"] ?? "us-east-1"
        )
        let isSecure = tls != "none"
        let usual = isSecure ? 443 : 80
        let port = url.port ?? usual
        let bucket = url.path.split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/")
        guard ["yes", "none"].contains(tls), ["path", "virtual"].contains(style), Self.isName(region, 1...64),
            (1...65535).contains(port), Self.isName(bucket, 3...63)
        else { return nil }
        let server = style == "virtual" ? "\(bucket).\(host)" : host
        self.host = port == usual ? server : "\(server):\(port)"
        origin = "\(isSecure ? "https" : "http")://\(self.host)"
        folder = style == "virtual" ? "/" : "/\(bucket)"
        root = style == "virtual" ? "/" : "/\(bucket)/"
        self.bucket = bucket
        self.region = region
        self.key = key
    }

    /// The letters that names of buckets and regions are made of: none of them means anything in an address.
    private static func isName(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        length.contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
            }
    }
}

/// A key and its secret. It says nothing of the secret to logs, errors and debuggers.
package struct S3Key: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's name, which every request says.
    let name: String
    /// What signs requests, and never travels.
    let secret: String

    /// nil where either is empty or holds anything but visible ASCII characters.
    init?(name: String, secret: String) {
        for text in [name, secret] {
            guard (1...256).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                return nil
            }
        }
        self.name = name
        self.secret = secret
    }

    package var description: String { "S3Key(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
