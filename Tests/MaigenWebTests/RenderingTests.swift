import Foundation
import MaigenDomain
import Testing

@testable import MaigenWeb

@Suite struct RenderingTests {
    @Test func `the home page is whole in both languages`() throws {
        let look = try Look()
        for language in Language.allCases {
            let frame = PageFrame(language: language, path: "/", formToken: "t<oken", assets: look.files.links)
            let html = look.pages.html(
                HomePage(
                    example: [.init(number: "1", purpose: "n = 1 <b>", size: "12 B", time: "1 ms")],
                    quality: [.init(value: "100 %", name: "valid")]), in: frame)
            #expect(html.hasPrefix("<!DOCTYPE html>"))
            #expect(html.contains("n = 1 &lt;b&gt;"))
            #expect(html.contains("t&lt;oken"))
            if let folder = ProcessInfo.processInfo.environment["MAIGEN_PAGES"] {
                try html.write(toFile: "\(folder)/home.\(language.rawValue).html", atomically: true, encoding: .utf8)
            }
        }
    }

    @Test func `Markdown shows hostile text inert and leaves formulas alone`() {
        let html = Markdown.html(
            """
            <script>alert(1)</script>

            [x](javascript:alert(1)) ![i](https://a.example/i.png)
            {{page}} $a_1*b_2*c$ and `$x$`

            $$\\href{javascript:alert(1)}{x < y}$$
            """
        ).text
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("href=\"javascript"))
        #expect(html.contains("<span class=\"tex\">a_1*b_2*c</span>"))
        #expect(html.contains("<code>$x$</code>"))
        #expect(html.contains("<span class=\"tex\" data-display>\\href{javascript:alert(1)}{x &lt; y}</span>"))
        #expect(html.contains("rel=\"nofollow noopener noreferrer ugc\" href=\"https://a.example/i.png\""))
    }
}
