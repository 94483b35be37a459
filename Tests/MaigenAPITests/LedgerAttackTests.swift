import Foundation
import MaigenDomain
import TestSupport
import Testing

@testable import maigen

/// Many clients at once who buy, like, submit, cancel and repeat themselves.
@Suite("The ledger under attack")
struct LedgerAttackTests {
    /// What one client did that can be counted.
    private struct Deeds: Sendable {
        var tasks: Set<String> = []
        var cancelled: Set<String> = []
        var bought: [String: Int] = [:]
        var requests = 0
        var unexpected: [String] = []
    }

    private static let clients = 64

    @Test(
        "Half a minute of it: no balance below zero, sums zero, each effect exactly once", .timeLimit(.minutes(4)),
        arguments: TestStore.allCases)
    func attack(_ store: TestStore) async throws {
        try await TestSite.run(store.environment()) { site in
            let administrator = try await site.administrator()
            let author = try await site.member("author")
            var shares: [(id: String, price: Int)] = []
            for price in [0, 1, 3, 7, 20] {
                let share = try await site.publish(by: author, price: price, key: "s\(price)", reviewer: administrator)
                shares.append((share.share, price))
            }
            let before = try await site.balance(author)
            var members: [WebClient] = []
            for index in 0..<Self.clients { members.append(try await site.member("m\(index)")) }
            let (market, until) = (shares, ContinuousClock.now + .seconds(30))
            let deeds = try await withThrowingTaskGroup(of: (Int, Deeds).self) { group in
                for (index, member) in members.enumerated() {
                    group.addTask {
                        (index, try await Self.rage(member, market, seed: UInt64(index + 1), until: until))
                    }
                }
                return try await group.reduce(into: [Int: Deeds]()) { $0[$1.0] = $1.1 }
            }
            var earned = 0
            for (index, member) in members.enumerated() {
                let deed = try #require(deeds[index])
                #expect(deed.unexpected.isEmpty, "\(deed.unexpected.prefix(3))")
                let spent = deed.bought.values.reduce(0, +)
                earned += deed.bought.values.reduce(0) { $0 + $1 / 2 }
                #expect(
                    try await site.balance(member) == 50 - 5 * deed.tasks.count + 5 * deed.cancelled.count - spent)
                #expect(try await count("tasks", member) == deed.tasks.count)
                #expect(try await count("me/points/records?kind=task", member) == deed.tasks.count)
                #expect(try await count("me/points/records?kind=task-refund", member) == deed.cancelled.count)
                #expect(
                    try await count("me/points/records?kind=purchase", member)
                        == deed.bought.values.filter { $0 > 0 }.count)
            }
            #expect(try await site.balance(author) == before + earned)
            for share in market {
                let page = try await author.get("community/\(share.id)").json
                let buyers = deeds.values.filter { $0.bought[share.id] != nil }.count
                #expect(page["purchases"].int == buyers)
                #expect(try #require(page["likes"].int) <= Self.clients)
            }
            let total = deeds.values.reduce(0) { $0 + $1.requests }
            print("the ledger under attack: \(total) requests, \(deeds.values.reduce(0) { $0 + $1.tasks.count }) tasks")
        }
        // The site checks the whole ledger at its end.
    }

    /// How many items a list has, over all of its pages.
    private func count(_ path: String, _ client: WebClient) async throws -> Int {
        var (total, cursor): (Int, String?) = (0, nil)
        repeat {
            let mark = path.contains("?") ? "&" : "?"
            let page = try await client.get("\(path)\(mark)limit=100" + (cursor.map { "&cursor=\($0)" } ?? "")).json
            total += page["items"].list.count
            cursor = page["nextCursor"].text
        } while cursor != nil
        return total
    }

    private static func rage(
        _ client: WebClient, _ market: [(id: String, price: Int)], seed: UInt64, until: ContinuousClock.Instant
    ) async throws -> Deeds {
        var random = SplitMix(state: seed)
        var deeds = Deeds()
        try await WebConnection.open(port: client.port) { connection in
            while ContinuousClock.now < until {
                deeds.requests += 1
                switch random.below(10) {
                case 0, 1: try await submit(connection, client, &random, &deeds)
                case 2: try await cancel(connection, client, &random, &deeds)
                case 3, 4, 5:
                    let share = market[random.below(market.count)]
                    let answer = try await connection.answer(
                        to: client.dressed(
                            WebRequest(
                                "POST", "/api/v1/community/\(share.id)/purchase",
                                json: #"{"price":\#(share.price)}"#)))
                    switch (answer.status, answer.json["paid"].int) {
                    case (200, let paid?):
                        // Paid once, and never again.
                        let expected = deeds.bought[share.id] == nil ? share.price : 0
                        if paid != expected { deeds.unexpected.append("paid \(paid) for \(share.price)") }
                        if deeds.bought[share.id] == nil { deeds.bought[share.id] = share.price }
                    case (409, _) where answer.code == "points_insufficient": break
                    default: deeds.unexpected.append(answer.text)
                    }
                case 6, 7, 8:
                    let share = market[random.below(market.count)]
                    let answer = try await connection.answer(
                        to: client.dressed(
                            WebRequest(
                                random.below(2) == 0 ? "PUT" : "DELETE", "/api/v1/community/\(share.id)/like")))
                    if answer.status != 200 { deeds.unexpected.append(answer.text) }
                default:
                    let answer = try await connection.answer(to: client.dressed(WebRequest("GET", "/api/v1/me")))
                    if (answer.json["points"].int ?? -1) < 0 { deeds.unexpected.append(answer.text) }
                }
            }
        }
        return deeds
    }

    /// Under a new key, or under one that was used before, for the same task or for another.
    private static func submit(
        _ connection: WebConnection, _ client: WebClient, _ random: inout SplitMix, _ deeds: inout Deeds
    ) async throws {
        let key = "k\(random.below(40))"
        let isOther = random.below(4) == 0
        let body = isOther ? TestSite.task(#"[{"strategy":1,"count":3}]"#) : TestSite.task()
        let answer = try await connection.answer(
            to: client.dressed(WebRequest("POST", "/api/v1/tasks", json: body)).with("Idempotency-Key", key))
        switch (answer.status, answer.code) {
        case (201, _): deeds.tasks.insert(answer.json["id"].text ?? "?")
        case (422, "idempotency_key_reused"), (409, "points_insufficient"), (409, "tasks_in_work"),
            (429, "too_many_attempts"):
            break
        default: deeds.unexpected.append(answer.text)
        }
    }

    private static func cancel(
        _ connection: WebConnection, _ client: WebClient, _ random: inout SplitMix, _ deeds: inout Deeds
    ) async throws {
        guard let task = deeds.tasks.sorted().dropFirst(random.below(max(1, deeds.tasks.count))).first else { return }
        let answer = try await connection.answer(
            to: client.dressed(WebRequest("POST", "/api/v1/tasks/\(task)/cancel")))
        if answer.status == 204 { deeds.cancelled.insert(task) } else { deeds.unexpected.append(answer.text) }
    }
}

/// A seeded generator (Steele, Lea, Flood 2014), so that a failing run can be had again.
struct SplitMix: Sendable {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}
