import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import Testing

@testable import MaigenWeb

/// What protects forms and addresses.
@Suite struct FrameTests {
    private let session = String(repeating: "A", count: 43)

    private func request(_ headers: HTTPFields = [:]) -> Request {
        Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: "a.example", path: "/x", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    private func tokens(_ origin: String = "http://a.example") throws -> FormTokens {
        FormTokens(for: try #require(SiteOrigin(origin)), .system)
    }

    @Test func `a member's form is accepted with that session only, and looks different each time`() throws {
        let tokens = try tokens()
        let own = request([.cookie: "maigen-session=\(session)"])
        let first = tokens.issue(for: own, isMember: true)
        let second = tokens.issue(for: own, isMember: true)
        #expect(first.cookie == nil && first.token != second.token)
        #expect(tokens.accept(first.token, from: own, isMember: true))
        #expect(tokens.accept(second.token, from: own, isMember: true))
        let other = request([.cookie: "maigen-session=\(session.dropLast())B"])
        #expect(!tokens.accept(first.token, from: other, isMember: true))
        #expect(!tokens.accept(first.token, from: request(), isMember: false))
    }

    @Test func `a visitor's form is accepted with the cookie that came with it only`() throws {
        let tokens = try tokens()
        let issued = tokens.issue(for: request(), isMember: false)
        let cookie = try #require(issued.cookie)
        #expect(cookie.hasPrefix("maigen-form=") && cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
        let own = request([.cookie: String(cookie.prefix { $0 != ";" })])
        #expect(tokens.accept(issued.token, from: own, isMember: false))
        #expect(tokens.issue(for: own, isMember: false).cookie == nil)
        #expect(!tokens.accept(issued.token, from: request(), isMember: false))
        #expect(!tokens.accept(issued.token, from: own, isMember: true))
        for forged in ["", "00", String(repeating: "0", count: 128), String(repeating: "é", count: 64)] {
            #expect(!tokens.accept(forged, from: own, isMember: false))
        }
        let secure = try self.tokens("https://a.example").issue(for: request(), isMember: false).cookie
        #expect(secure?.hasPrefix("__Host-maigen-form=") == true && secure?.hasSuffix("; Secure") == true)
    }

    @Test(arguments: ["", "x", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nb", "/ü", "/a b"])
    func `an address to come back to leads nowhere else`(text: String) {
        #expect(LocalPath(text) == nil)
    }

    @Test func `an address of ours is kept`() {
        #expect(LocalPath("/me/points?kind=sale")?.text == "/me/points?kind=sale")
    }

    @Test func `sessions are named as people know their browsers`() {
        #expect(AgentText.short("Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36") == "Chrome · Linux")
        #expect(AgentText.short("Mozilla/5.0 (iPhone; CPU iPhone OS 19 like Mac OS X) Safari/605") == "Safari · iOS")
        #expect(AgentText.short("my-script 1.0") == "my-script 1.0")
        #expect(AgentText.short("") == "")
    }

    @Test func `numbers are grouped and changes have signs`() {
        #expect(NumberText.grouped(0) == "0")
        #expect(NumberText.grouped(1_234_567) == "1,234,567")
        #expect(NumberText.grouped(-1000) == "−1,000")
        #expect(NumberText.signed(20) == "+20")
        #expect(NumberText.signed(-5) == "−5")
        #expect(MomentText(Timestamp(milliseconds: 0)).text == "1970-01-01 00:00 UTC")
    }
}
