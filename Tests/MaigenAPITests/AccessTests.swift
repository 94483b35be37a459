import Foundation
import MaigenDomain
import MaigenServices
import TestSupport
import Testing
import Yams

@testable import maigen

/// Who may do what: every route with every kind of person.
@Suite("Access")
struct AccessTests {
    /// A route and what it answers to a visitor, another user, the owner of what it is about, and an administrator.
    struct Row: Sendable {
        var method: String
        var path: String
        var body: String?
        var expected: [Int]

        init(_ method: String, _ path: String, _ body: String? = nil, _ expected: Int...) {
            self.method = method
            self.path = path
            self.body = body
            self.expected = expected
        }
    }

    // {task} and {share} are the owner's and in the community; {pending} awaits review; {session} is the owner's.
    static let table: [Row] = [
        Row("GET", "openapi.yaml", nil, 200, 200, 200, 200),
        Row("POST", "auth/email-codes", #"{"address":"{new}@example.org","purpose":"register"}"#, 202, 202, 202, 202),
        Row(
            "POST", "auth/register", #"{"address":"x@example.org","code":"000000","password":"tasty-otter-93"}"#, 422,
            422, 422, 422),
        Row("POST", "auth/login", #"{"address":"owner@example.org","password":"wrong"}"#, 401, 401, 401, 401),
        Row("POST", "auth/logout", nil, 401, 204, 204, 204),
        Row(
            "POST", "auth/password-reset",
            #"{"address":"owner@example.org","code":"000000","password":"tasty-otter-93"}"#, 422, 422, 422, 422),
        Row("GET", "me", nil, 401, 200, 200, 200),
        Row("PATCH", "me", "{}", 401, 200, 200, 200),
        Row("POST", "me/password", #"{"currentPassword":"wrong","newPassword":"tasty-otter-95"}"#, 401, 403, 403, 403),
        Row("GET", "me/sessions", nil, 401, 200, 200, 200),
        Row("DELETE", "me/sessions/{session}", nil, 401, 404, 204, 404),
        Row("GET", "me/invitation", nil, 401, 200, 200, 200),
        Row("GET", "me/points", nil, 401, 200, 200, 200),
        Row("GET", "me/points/records", nil, 401, 200, 200, 200),
        Row("GET", "me/notifications", nil, 401, 200, 200, 200),
        Row("POST", "me/notifications/read", "{}", 401, 204, 204, 204),
        Row("GET", "me/shares", nil, 401, 200, 200, 200),
        Row("GET", "points/rules", nil, 200, 200, 200, 200),
        Row("GET", "strategies", nil, 200, 200, 200, 200),
        Row("POST", "spec/preview", TestSite.problem, 401, 200, 200, 200),
        Row("GET", "tasks", nil, 401, 200, 200, 200),
        Row("POST", "tasks", TestSite.task(), 401, 201, 201, 201),
        Row("GET", "tasks/{task}", nil, 401, 404, 200, 200),
        Row("GET", "tasks/{task}/events", nil, 401, 404, 204, 204),
        Row("POST", "tasks/{task}/cancel", nil, 401, 404, 409, 404),
        Row("GET", "tasks/{task}/tests", nil, 401, 404, 200, 200),
        Row("GET", "tasks/{task}/download", nil, 401, 404, 200, 200),
        Row("POST", "tasks/{task}/share", #"{"description":"d","price":1}"#, 401, 404, 409, 404),
        Row("GET", "community", nil, 200, 200, 200, 200),
        Row("GET", "community/{share}", nil, 200, 200, 200, 200),
        Row("GET", "community/{pending}", nil, 404, 404, 200, 200),
        Row("PUT", "community/{share}/like", nil, 401, 200, 200, 200),
        Row("DELETE", "community/{share}/like", nil, 401, 200, 200, 200),
        Row("PUT", "community/{pending}/like", nil, 401, 404, 404, 404),
        Row("GET", "community/{share}/download", nil, 401, 403, 200, 200),
        Row("POST", "community/{share}/purchase", #"{"price":3}"#, 401, 200, 200, 200),
        Row("POST", "community/{pending}/purchase", #"{"price":3}"#, 401, 404, 404, 404),
        Row("GET", "admin/statistics", nil, 401, 403, 403, 200),
        Row("GET", "admin/settings", nil, 401, 403, 403, 200),
        Row("PUT", "admin/settings", "{settings}", 401, 403, 403, 200),
        Row("GET", "admin/users", nil, 401, 403, 403, 200),
        Row("PATCH", "admin/users/{user}", "{}", 401, 403, 403, 200),
        Row("POST", "admin/users/{user}/points", #"{"amount":1,"reason":"r"}"#, 401, 403, 403, 204),
        Row("GET", "admin/shares", nil, 401, 403, 403, 200),
        Row("POST", "admin/shares/{pending}/reject", #"{"reason":"r"}"#, 401, 403, 403, 200),
        Row("POST", "admin/shares/{pending}/approve", nil, 401, 403, 403, 409),
        Row("GET", "admin/health", nil, 401, 403, 403, 200),
        Row("GET", "admin/audit", nil, 401, 403, 403, 200),
    ]

    @Test("Every route answers each kind of person as the table says")
    func matrix() async throws {
        try await TestSite.run { site in
            let administrator = try await site.administrator()
            let owner = try await site.member("owner")
            let other = try await site.member("other")
            let published = try await site.publish(by: owner, price: 3, key: "published", reviewer: administrator)
            let waiting = try await site.offer(by: owner, price: 3, key: "waiting")
            let user = try #require(try await owner.get("me").json["user"]["id"].text)
            let settings = try await administrator.get("admin/settings")
            for row in Self.table {
                for (index, person) in [nil, other, owner, administrator].enumerated() {
                    // A session of its own for each request: some of them end it.
                    let session = try await site.session(like: person)
                    let spare = try await site.session(like: owner)
                    func filled(_ text: String) -> String {
                        text.replacing("{task}", with: published.task).replacing("{share}", with: published.share)
                            .replacing("{pending}", with: waiting.share).replacing("{user}", with: user)
                            .replacing("{session}", with: spare.id).replacing("{new}", with: "new\(index)")
                            .replacing("{settings}", with: settings.text)
                    }
                    let request = WebRequest(row.method, "/api/v1/" + filled(row.path), json: row.body.map(filled))
                        .with("Idempotency-Key", "\(row.path)-\(index)").with("Last-Event-ID", "999999")
                    let answer = try await session.client.send(request)
                    #expect(
                        answer.status == row.expected[index],
                        "\(row.method) \(row.path) as \(["visitor", "other", "owner", "administrator"][index]): \(answer.text)"
                    )
                }
            }
        }
    }

    @Test("The table, the description and the server know the same routes")
    func completeness() async throws {
        let listed = Set(Self.table.map { "\($0.method) /\($0.path.replacing(#/\{[a-z]+\}/#, with: "{id}"))" })
        try await TestSite.run { site in
            let description = try await site.visitor.get("openapi.yaml").text
            let paths =
                try #require(try Yams.load(yaml: description) as? [String: Any])["paths"] as? [String: [String: Any]]
            let methods: Set = ["get", "put", "post", "patch", "delete"]
            let described = Set(
                try #require(paths).flatMap { path, operations in
                    operations.keys.filter(methods.contains).map { "\($0.uppercased()) \(path)" }
                })
            let served = Set(
                try site.platform.router().routes.filter { $0.path.description.hasPrefix("/api/v1/") }
                    .map { "\($0.method.rawValue) \($0.path.description.dropFirst("/api/v1".count))" })
            #expect(described.symmetricDifference(served) == [])
            #expect(listed.symmetricDifference(served) == [])
        }
    }
}

extension TestSite {
    /// A new session of the same person; none for a visitor.
    fileprivate func session(like person: WebClient?) async throws -> (client: WebClient, id: String) {
        guard let person else { return (visitor, "") }
        let signedIn = try await CheckSession(platform.accounts)(token: try #require(person.token))
        let token = SessionToken(.system)
        let now = platform.surroundings.clock.now()
        let session = Session(
            id: ID(at: now, .system), user: signedIn.account.id, client: .console, createdAt: now, lastSeenAt: now)
        let credentials = try #require(try await platform.store.credentials(of: signedIn.account.id))
        let audit = AuditEvent(
            id: ID(at: now, .system), at: now, actor: nil, action: .loggedIn, subject: "", client: .console)
        let isOpen = try await platform.store.openSession(
            session, token: TokenDigest(of: token), provedBy: credentials.hash, audit: audit)
        try #require(isOpen)
        var client = visitor
        client.token = token.text
        return (client, session.id.rawValue)
    }
}
