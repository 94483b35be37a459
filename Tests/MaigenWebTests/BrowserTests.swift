import Foundation
import TestSupport
import Testing

/// People's scenarios, played in Chromium against a real `maigen serve`: `Browser/play.py`.
@Suite struct BrowserTests {
    @Test(.timeLimit(.minutes(15)))
    func `everybody's scenarios work in a browser, on every page that is accessible and complains of nothing`()
        async throws
    {
        // Pictures stay there for people to look at.
        let folder = Repository.root.appending(path: ".build/pages")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let played = try await Program.run(
            Repository.root.appending(path: ".toolchain/python/bin/python").path,
            [
                "-B", Repository.root.appending(path: "Tests/MaigenWebTests/Browser/play.py").path,
                try Repository.maigen.path, folder.path,
            ])
        #expect(played.status == 0, "\(played.text)\n\(played.message)")
    }
}
