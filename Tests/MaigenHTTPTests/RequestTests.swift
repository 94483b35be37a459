import HTTPTypes
import Hummingbird
import MaigenDomain
import Testing

@testable import MaigenHTTP

@Suite("What a request says of itself")
struct RequestTests {
    @Test(
        "A client's address is what the last trusted proxy saw",
        arguments: [
            ("203.0.113.9", "", "203.0.113.9"),
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
            ("127.0.0.1", "198.51.100.1, 10.1.2.3", "198.51.100.1"),
            ("127.0.0.1", "198.51.100.1, nonsense, 10.1.2.3", "10.1.2.3"),
            ("127.0.0.1", "2001:db8::7", "2001:db8::7"),
            ("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ])
    func address(peer: String, forwarded: String, expected: String) throws {
        let proxies = [try #require(AddressRange("127.0.0.1")), try #require(AddressRange("10.0.0.0/8"))]
        var headers = HTTPFields()
        if !forwarded.isEmpty { headers[.forwardedFor] = forwarded }
        #expect(Client(of: headers, peer: peer, proxies: proxies).address == expected)
    }

    @Test("Ranges of addresses end at their last bit")
    func ranges() throws {
        let range = try #require(AddressRange("10.20.0.0/15"))
        #expect(range.contains("10.20.1.1") && range.contains("10.21.255.255") && !range.contains("10.22.0.0"))
        #expect(!range.contains("::1") && !range.contains("nobody"))
        for text in ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "", "::1/129", "a/8"] {
            #expect(AddressRange(text) == nil, "\(text)")
        }
    }

    @Test(
        "The language is the one that is asked for most",
        arguments: [
            ("en", Language.english), ("en-GB,en;q=0.9,zh;q=0.8", .english), ("zh-CN,zh;q=0.9,en;q=0.8", .chinese),
            ("fr,de;q=0.9,en;q=0.1", .english), ("en;q=0.2, zh-TW;q=0.3", .chinese),
        ])
    func language(header: String, expected: Language) {
        #expect(Language(acceptLanguage: header) == expected)
    }

    @Test("Languages that MAIGEN does not speak leave the default", arguments: ["", "fr", "*", "en;q=0", ";;;", "q=1"])
    func noLanguage(header: String) {
        #expect(Language(acceptLanguage: header) == nil)
    }

    @Test("An origin is scheme, host and port and nothing else")
    func origins() {
        #expect(SiteOrigin("HTTPS://Maigen.Example.org:443/")?.text == "https://maigen.example.org")
        #expect(SiteOrigin("http://127.0.0.1:8080")?.text == "http://127.0.0.1:8080")
        for text in ["", "null", "ftp://a.b", "https://", "https://a/b", "https://u@a", "https://a?b", "//a"] {
            #expect(SiteOrigin(text) == nil, "\(text)")
        }
    }

    @Test("A token in a header goes before a cookie, and other cookies are none")
    func credentials() throws {
        let cookie = SessionCookie(for: try #require(SiteOrigin("https://maigen.example.org")))
        #expect(cookie.name == "__Host-maigen-session")
        var headers: HTTPFields = [.cookie: "a=b; __Host-maigen-session=T1; maigen-session=T2"]
        #expect(Credential(headers, cookie: cookie) == .cookie("T1"))
        headers[.authorization] = "bearer T3"
        #expect(Credential(headers, cookie: cookie) == .bearer("T3"))
        headers[.authorization] = "Basic T3"
        #expect(Credential(headers, cookie: cookie) == nil)
    }

    @Test("Parameters are decoded as forms write them, each once")
    func query() throws {
        let query = try Query(text: "q=a+b%2B%E4%BD%A0&limit=7&x")
        #expect(query["q"] == "a b+你" && query["x"] == "" && query["y"] == nil)
        #expect(try query.page().limit == 7)
        for text in ["a=1&a=2", "a=%FF", "a=%00", "%zz=1"] {
            #expect(throws: HTTPRefusal.self, "\(text)") { try Query(text: text) }
        }
        for text in ["limit=0", "limit=101", "limit=ten", "limit=", "cursor=", "cursor=a%20b"] {
            #expect(throws: HTTPRefusal.self, "\(text)") { try Query(text: text).page() }
        }
    }

    @Test("Only UTF-8 without U+0000 and without deep nesting reaches the decoder")
    func shape() {
        func isAcceptable(_ text: String) -> Bool { JSONShape.isAcceptable(Array(text.utf8)) }
        #expect(isAcceptable(#"{"a":["[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["]}"#))
        #expect(isAcceptable(#"{"a":"\\u0000"}"#))
        #expect(!isAcceptable(#"{"a":"\u0000"}"#))
        #expect(!isAcceptable(#"{"a":"\\\u0000"}"#))
        #expect(isAcceptable(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)))
        #expect(!isAcceptable(String(repeating: "[", count: 33)))
        #expect(!JSONShape.isAcceptable([0x7B, 0xFF, 0x7D]))
        #expect(!JSONShape.isAcceptable(Array("\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"".utf8)))
    }

    @Test(
        "Only JSON under its own name is taken for JSON",
        arguments: [
            ("application/json", true), ("Application/JSON; charset=UTF-8", true),
            ("application/json;charset=\"utf-8\"", true), ("application/json; charset=gbk", false),
            ("text/plain", false), ("application/x-www-form-urlencoded", false), ("", false),
            ("text/plain; application/json", false),
        ])
    func mediaType(header: String, isJSON: Bool) {
        #expect(MediaRange(header).isJSON == isJSON)
    }
}
