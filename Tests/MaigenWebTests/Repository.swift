import Foundation
import Testing

/// What these tests use of the repository.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The names of the files in a folder of `Sources/MaigenWeb/Look`.
    static func look(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "Sources/MaigenWeb/Look/\(folder)").path
        ).sorted()
    }

    /// Every Swift source of the website, joined.
    static func sources() throws -> String {
        let folder = root.appending(path: "Sources/MaigenWeb")
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        return try paths.filter { $0.hasSuffix(".swift") }.sorted()
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    }

    /// The `maigen` that was built with these tests.
    static var maigen: URL {
        get throws {
            var folder =
                Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
                .deletingLastPathComponent() ?? Bundle.main.bundleURL
            while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "maigen").path) {
                try #require(folder.path != "/", "no maigen beside the tests")
                folder = folder.deletingLastPathComponent()
            }
            return folder.appending(path: "maigen")
        }
    }
}
