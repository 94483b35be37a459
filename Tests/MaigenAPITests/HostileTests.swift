import Foundation
import MaigenDomain
import TestSupport
import Testing

@testable import maigen

/// What nobody should send is refused clearly, stores nothing, and leaves no secret in the log.
@Suite("Hostile requests")
struct HostileTests {
    private func tooDeep(_ depth: Int) -> String {
        #"{"address":"#
            + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }

    @Test("Bodies that are too large, too deep, not UTF-8 or hold U+0000 never reach an action")
    func bodies() async throws {
        try await TestSite.run { site in
            let client = site.visitor
            let post = WebRequest("POST", "/api/v1/auth/login")
            let json = "application/json"
            let cases: [(Data, Int, String)] = [
                (Data(repeating: 0x20, count: 64 * 1024 + 1), 413, "body_too_large"),
                (Data(tooDeep(33).utf8), 400, "body_malformed"),
                (Data(tooDeep(60_000 / 2).utf8), 400, "body_malformed"),
                (
                    Data(#"{"address":"a"#.utf8) + [0xFF, 0xFE] + Data(#"","password":"b"}"#.utf8), 400,
                    "body_malformed"
                ),
                (Data(#"{"address":"a\u0000","password":"b"}"#.utf8), 400, "body_malformed"),
                (Data(#"{"address":"a","password":"b""#.utf8), 400, "body_malformed"),
                (Data(), 400, "body_malformed"),
                (Data("null".utf8), 400, "body_malformed"),
                (Data("[]".utf8), 400, "body_malformed"),
                (Data(#"{"address":"a"}"#.utf8), 422, "field_malformed"),
                (Data(#"{"address":"a","password":5}"#.utf8), 422, "field_malformed"),
                (Data(#"{"address":"a","password":"b","session":"disk"}"#.utf8), 422, "field_malformed"),
            ]
            for (body, status, code) in cases {
                let answer = try await client.send(post.with(body: body, type: json))
                #expect(answer.status == status && answer.code == code, "\(answer.text)")
                #expect(!answer.text.contains("Decod") && !answer.text.contains("Swift"), "a decoder's own words")
            }
        }
    }

    @Test("A body without an end is cut off at the limit")
    func chunked() async throws {
        try await TestSite.run { site in
            try await WebConnection.open(port: site.port) { connection in
                try await connection.send(
                    raw: "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n".utf8)
                try await connection.send(raw: "Transfer-Encoding: chunked\r\n\r\n".utf8)
                let chunk = Array("4000\r\n".utf8) + [UInt8](repeating: 0x20, count: 0x4000) + Array("\r\n".utf8)
                for _ in 0..<5 { try await connection.send(raw: chunk) }
                let answer = try await connection.answer()
                #expect(answer.status == 413 && answer.code == "body_too_large")
            }
        }
    }

    @Test("A million samples cost nothing, and a few thousand are counted before they are read")
    func samples() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            func task(_ samples: Int) -> Data {
                let list = Array(repeating: #"{"input":"1","output":"1"}"#, count: samples).joined(separator: ",")
                return Data(
                    (#"{"problem":{"title":"t","description":"d","input":"i","output":"o","samples":["# + list
                        + #"]},"program":{"source":"s"},"tests":[{"strategy":1,"count":1}]}"#).utf8)
            }
            for path in ["tasks", "spec/preview"] {
                let request = WebRequest("POST", "/api/v1/" + path).with("Idempotency-Key", "k")
                let many = try await client.send(request.with(body: task(1_000_000), type: "application/json"))
                #expect(many.status == 413 && many.code == "body_too_large")
            }
            let some = try await client.send(
                WebRequest("POST", "/api/v1/tasks").with("Idempotency-Key", "k")
                    .with(body: task(20_000), type: "application/json"))
            #expect(some.status == 422 && some.code == "samples_too_many")
            #expect(try await client.get("tasks").json["items"].list.isEmpty)
            #expect(try await site.balance(client) == 50)
        }
    }

    @Test(
        "Addresses that would change a letter's header are refused, and no letter is sent",
        arguments: [
            #"a@example.org\r\nBcc: b@example.org"#, #"a@example.org\nSubject: x"#, #"\"a\nb\"@example.org"#,
            "a@example.org,b@example.org", "<a@example.org>", "a b@example.org", "a@localhost",
        ])
    func mailHeaders(address: String) async throws {
        try await TestSite.run { site in
            let answer = try await site.visitor.post(
                "auth/email-codes", #"{"address":"\#(address)","purpose":"register"}"#)
            #expect(answer.status == 422 && answer.code == "address_malformed", "\(answer.text)")
            #expect(site.mail.messages.isEmpty)
        }
    }

    @Test("A code opens one account, and five wrong ones spend it")
    func codes() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let used = try #require(site.mail.code(sentTo: "ada@example.org"))
            let again = try await site.visitor.post(
                "auth/register", #"{"address":"ada@example.org","code":"\#(used)","password":"other-otter-93"}"#)
            #expect(again.status == 422 && again.code == "email_code_wrong")
            _ = client
            let asked = try await site.visitor.post(
                "auth/email-codes", #"{"address":"bob@example.org","purpose":"register"}"#)
            #expect(asked.status == 202)
            let code = try #require(site.mail.code(sentTo: "bob@example.org"))
            let wrong = code == "000000" ? "000001" : "000000"
            for tried in Array(repeating: wrong, count: 5) + [code] {
                let answer = try await site.visitor.post(
                    "auth/register", #"{"address":"bob@example.org","code":"\#(tried)","password":"tasty-otter-93"}"#)
                #expect(answer.status == 422 && answer.code == "email_code_wrong")
            }
        }
    }

    @Test(
        "A session is always a new one: what a client brings along is not adopted, and cookies cannot be read by pages")
    func fixation() async throws {
        try await TestSite.run { site in
            _ = try await site.member("ada")
            let planted = String(repeating: "A", count: 43)
            let answer = try await site.visitor.send(
                WebRequest(
                    "POST", "/api/v1/auth/login",
                    json: #"{"address":"ada@example.org","password":"\#(TestSite.password)","session":"cookie"}"#
                ).with("Cookie", "maigen-session=\(planted)").with("Origin", "http://127.0.0.1"))
            let cookie = try #require(answer["set-cookie"])
            #expect(answer.status == 200 && answer.json["token"] == .null)
            #expect(cookie.hasPrefix("maigen-session=") && !cookie.contains(planted))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
            let stranger = try await site.visitor.send(
                WebRequest("GET", "/api/v1/me").with("Cookie", "maigen-session=\(planted)"))
            #expect(stranger.status == 401)
            let own = try await site.visitor.send(
                WebRequest("GET", "/api/v1/me").with("Cookie", String(cookie.prefix { $0 != ";" })))
            #expect(own.status == 200)
        }
    }

    @Test("Behind TLS the cookie is bound to the host, and browsers are told to stay there")
    func secureCookie() async throws {
        try await TestSite.run(["MAIGEN_PUBLIC_URL": "https://maigen.example.org"]) { site in
            _ = try await site.member("ada")
            let answer = try await site.visitor.post(
                "auth/login",
                #"{"address":"ada@example.org","password":"\#(TestSite.password)","session":"cookie"}"#)
            let cookie = try #require(answer["set-cookie"])
            #expect(cookie.hasPrefix("__Host-maigen-session=") && cookie.contains("Secure"))
            #expect(answer["strict-transport-security"]?.hasPrefix("max-age=31536000") == true)
        }
    }

    @Test("Another site's page can do nothing in a person's name")
    func crossSite() async throws {
        try await TestSite.run { site in
            let member = try await site.member("ada")
            let cookie = "maigen-session=\(try #require(member.token))"
            func post(_ headers: [(String, String)], type: String?, _ body: String) async throws -> WebAnswer {
                var request = WebRequest("POST", "/api/v1/me/notifications/read").with("Cookie", cookie)
                for (name, value) in headers { request = request.with(name, value) }
                return try await site.visitor.send(request.with(body: Data(body.utf8), type: type))
            }
            let (json, form) = ("application/json", "text/plain")
            let own = [("Origin", "http://127.0.0.1")]
            #expect(try await post([("Origin", "https://evil.example")], type: form, "{}").code == "cross_site_request")
            #expect(try await post([("Origin", "null")], type: form, "{}").code == "cross_site_request")
            #expect(try await post([("Sec-Fetch-Site", "cross-site")], type: json, "{}").code == "cross_site_request")
            #expect(try await post([("Sec-Fetch-Site", "same-site")], type: json, "{}").code == "cross_site_request")
            #expect(try await post([], type: json, "{}").code == "cross_site_request")
            #expect(try await post(own, type: form, "{}").code == "content_type_unsupported")
            #expect(try await post(own, type: nil, "{}").code == "content_type_unsupported")
            #expect(try await post(own, type: json, "{}").status == 204)
            #expect(try await post([("Sec-Fetch-Site", "same-origin")], type: json, "{}").status == 204)
            // Also where there is no session yet: nobody is logged in under another's name.
            let login = try await site.visitor.send(
                WebRequest("POST", "/api/v1/auth/login", json: #"{"address":"a","password":"b","session":"cookie"}"#)
                    .with("Origin", "https://evil.example"))
            #expect(login.code == "cross_site_request")
        }
    }

    @Test("Titles that are paths stay names")
    func fileNames() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let refused = try await client.post(
                "tasks", TestSite.task().replacing("A+B", with: #"a\r\nX-Evil: 1"#), key: "a")
            #expect(refused.status == 422 && refused.code == "title_malformed")
            let made = try await client.post(
                "tasks", TestSite.task().replacing("A+B", with: #"../../etc/passwd\\..\\\""#), key: "b")
            let task = try #require(made.json["id"].text)
            try await site.complete(task)
            let answer = try await client.get("tasks/\(task)/download")
            let header = try #require(answer["content-disposition"])
            #expect(answer.status == 200 && !header.contains("/") && !header.contains("\\"), "\(header)")
            #expect(header.filter { $0 == "\"" }.count == 2)
        }
    }

    @Test("Identifiers and parameters that cannot be any are refused, whatever is written into them")
    func parameters() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            for id in ["..%2F..%2Fetc", "%00", "a'%20OR%201=1--", String(repeating: "x", count: 300), "%FF%FE"] {
                let answer = try await client.get("tasks/\(id)")
                #expect(answer.status == 404, "\(id): \(answer.text)")
            }
            for query in ["limit=0", "limit=1e3", "cursor=%00", "state=%27", "limit=1&limit=2", "q=%00", "q=%C3%28"] {
                let answer = try await client.get("tasks?\(query)")
                #expect(answer.status == 400 && answer.code == "parameter_malformed", "\(query): \(answer.text)")
            }
            for query in ["q=%25%27%22%3B--", "cursor=made-up", "q=" + String(repeating: "%E4%BD%A0", count: 500)] {
                #expect(try await client.get("tasks?\(query)").status == 200, "\(query)")
            }
        }
    }

    @Test("Methods and addresses that do not exist are told apart, and HEAD answers as GET without a body")
    func methods() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let wrong = try await client.call("DELETE", "me")
            #expect(wrong.status == 405 && wrong["allow"] == "GET, HEAD, PATCH" && wrong.code == "method_not_allowed")
            #expect(try await client.call("TRACE", "me").status == 405)
            #expect(try await client.call("GET", "nothing/here").status == 404)
            let head = try await client.call("HEAD", "me")
            #expect(head.status == 200 && head.body.isEmpty && head["content-length"] != nil)
            let headless = try await site.visitor.call("HEAD", "me")
            #expect(headless.status == 401 && headless.body.isEmpty)
        }
    }

    @Test("What is not HTTP ends the connection, and the server goes on")
    func nonsense() async throws {
        try await TestSite.run { site in
            for text in [
                "\u{16}\u{3}\u{1}hello\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n",
            ] {
                try await WebConnection.open(port: site.port) { connection in
                    try await connection.send(raw: text.utf8)
                    let line = try await connection.line() ?? ""
                    #expect(line.isEmpty || line.contains(" 400 ") || line.contains(" 404 "), "\(line)")
                }
            }
            let headers = String(repeating: "X-A: b\r\n", count: 5000)
            try await WebConnection.open(port: site.port) { connection in
                try await connection.send(raw: "GET /health/live HTTP/1.1\r\nHost: a\r\n\(headers)\r\n".utf8)
                let line = try await connection.line() ?? ""
                #expect(line.isEmpty || line.contains(" 400 ") || line.contains(" 431 "), "\(line)")
            }
            #expect(try await site.visitor.send(WebRequest("GET", "/health/live")).status == 200)
        }
    }

    @Test("Guessing is slowed down, and the answer says for how long")
    func guessing() async throws {
        try await TestSite.run { site in
            _ = try await site.member("ada")
            let client = site.visitor
            var last: WebAnswer?
            for _ in 0..<11 {
                last = try await client.post("auth/login", #"{"address":"ada@example.org","password":"guess"}"#)
            }
            let answer = try #require(last)
            #expect(answer.status == 429 && answer.code == "too_many_attempts")
            #expect(try #require(answer["retry-after"].flatMap { Int($0) }) > 0)
            #expect(answer["ratelimit"]?.hasPrefix("\"too_many_attempts\";r=0;t=") == true)
            // From elsewhere the owner still gets in.
            _ = try await site.logIn("ada@example.org")
        }
    }

    @Test("Secrets are not in the log, whatever happened to them")
    func log() async throws {
        try await TestSite.run { site in
            let client = try await site.member("ada")
            let code = try #require(site.mail.code(sentTo: "ada@example.org"))
            try await client.post("me/password", #"{"currentPassword":"my-wrong-guess","newPassword":"x"}"#)
            try await site.visitor.post("auth/login", #"{"address":"ada@example.org","password":"my-wrong-guess"}"#)
            try await client.get("tasks?q=what-i-search-for")
            let token = try #require(client.token)
            let log = site.log.lines.joined(separator: "\n")
            #expect(log.contains("login_failed") && log.contains("/api/v1/auth/login"))
            for secret in [code, token, TestSite.password, "my-wrong-guess", "what-i-search-for"] {
                #expect(!log.contains(secret), "\(secret) is in the log")
            }
            for line in site.log.lines {
                #expect(throws: Never.self) { try JSONDecoder().decode([String: String].self, from: Data(line.utf8)) }
            }
        }
    }
}
