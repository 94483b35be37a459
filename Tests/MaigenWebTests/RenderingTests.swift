import MaigenDomain
import Testing

@testable import MaigenWeb

@Suite struct RenderingTests {
    @Test func `the home page is whole in both languages`() throws {
        let look = try Look()
        for language in Language.allCases {
            let frame = PageFrame(language: language, path: "/", formToken: "t<oken", assets: look.files.links)
            let html = look.pages.html(HomePage(look.example, look.quality, look.texts, in: language), in: frame)
            #expect(html.hasPrefix("<!DOCTYPE html>"))
            #expect(html.contains(look.example.tests[0].purpose[language]))
            #expect(html.contains("t&lt;oken"))
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
        #expect(html.contains("<span class=\"tex\"><i>a</i><sub>"))
        #expect(html.contains("<code>$x$</code>"))
        #expect(html.contains("<code>\\href{javascript:alert(1)}{x &lt; y}</code>"))
        #expect(html.contains("rel=\"nofollow noopener noreferrer ugc\" href=\"https://a.example/i.png\""))
    }
}
