import Foundation
import MaigenTestData
import Testing

/// The reference page of specifications says nothing that is not so.
@Suite("docs/input-spec.md")
struct DocumentationTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")

    static let pages = ["input-spec.md", "input-spec.zh-CN.md"]

    @Test("has examples that are specifications, with inputs that they read", arguments: pages)
    func examples(page: String) throws {
        let text = try String(contentsOf: Self.docs.appending(path: page), encoding: .utf8)
        var examples = 0
        for part in text.components(separatedBy: "```yaml\n").dropFirst() {
            let fences = part.components(separatedBy: "```")
            let input = try #require(fences.count > 1 && fences[1].hasPrefix("\n") ? fences[2] : nil)
            try #require(input.hasPrefix("text\n"))
            do {
                let specification = try SpecificationParser.parse("version: 1\n" + fences[0])
                _ = try InputReader(specification).read(String(input.dropFirst(5)))
                examples += 1
            } catch {
                Issue.record("\(error):\n\(fences[0])\n\(input)")
            }
        }
        #expect(examples >= 15)
    }

    @Test("shows mistakes with the messages that they get", arguments: pages)
    func mistakes(page: String) throws {
        let text = try String(contentsOf: Self.docs.appending(path: page), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `- ") }
        #expect(rows.count >= 7)
        for row in rows {
            let cells = row.components(separatedBy: "` | ")
            let item = cells[0].dropFirst(3)
            let message = cells[1].dropLast(2).replacing("…", with: "").trimmingCharacters(in: .whitespaces)
            do {
                _ = try SpecificationParser.parse("version: 1\ninput:\n  \(item)\n")
                Issue.record("no mistake: \(item)")
            } catch {
                let messages = error.message.english + "\n" + error.message.chinese
                #expect(messages.contains(message), "\(item)")
            }
        }
    }
}
