import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Buying", .timeLimit(.minutes(1)))
struct PurchaseTests {
    @Test(
        "The buyer pays the price, the author gets half rounded down, the platform the rest; again is free",
        arguments: TestStore.allCases, [0, 1, 7, 10, 1000] as [Int64])
    func split(_ kind: TestStore, _ price: Int64) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let buyer = try await platform.member("wu").signedIn
            try await platform.grant(1000, to: buyer.account)
            let share = try await platform.approvedShare(price: price, by: author, approvedBy: admin)
            let purchase = PurchaseShare(platform.community)
            #expect(try await purchase(share.id, price: price, by: buyer).paid == Points(price))
            #expect(try await purchase(share.id, price: price, by: buyer).paid == 0)
            #expect(try await platform.moves(of: buyer, .purchase) == (price == 0 ? [] : [Points(-price)]))
            #expect(try await platform.moves(of: author, .sale) == (price < 2 ? [] : [Points(price / 2)]))
            #expect(
                try await platform.news(of: author).contains(
                    .shareBought(share: share.id, title: "A+B", earned: Points(price / 2))))
            #expect(try await ReadShare(platform.community)(share.id, for: nil).share.purchases == 1)
            _ = try await ReadShare(platform.community).file(of: share.id, by: buyer)
        }
    }

    @Test("The author and administrators never pay", arguments: TestStore.allCases)
    func free(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let share = try await platform.approvedShare(price: 20, by: author, approvedBy: admin)
            for reader in [author, admin] {
                #expect(try await PurchaseShare(platform.community)(share.id, price: 20, by: reader).paid == 0)
                #expect(try await platform.moves(of: reader, .purchase).isEmpty)
            }
            #expect(try await ReadShare(platform.community)(share.id, for: nil).share.purchases == 0)
        }
    }

    @Test("Nobody pays a price they did not agree to, or more than they hold", arguments: TestStore.allCases)
    func refusals(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let buyer = try await platform.member("wu").signedIn
            let share = try await platform.approvedShare(price: 60, by: author, approvedBy: admin)
            let purchase = PurchaseShare(platform.community)
            #expect(try await refusal { _ = try await purchase(share.id, price: 59, by: buyer) } == "price_changed")
            do {
                _ = try await purchase(share.id, price: 60, by: buyer)
                Issue.record("bought")
            } catch let error as ServiceError {
                #expect(error.refusal as? PointsRefusal == .insufficient(balance: 50, needed: 60))
            }
            let task = try await platform.completedTask("pending", by: author)
            let pending = try await ShareTask(platform.community)(task, description: "x", price: 1, by: author)
            #expect(try await refusal { _ = try await purchase(pending.id, price: 1, by: buyer) } == "share_unknown")
            #expect(try await platform.balance(of: buyer.account) == 50)
            #expect(try await ReadShare(platform.community)(share.id, for: buyer).standing.isBought == false)
        }
    }

    @Test(
        "64 clients of 8 buyers who buy the same shares pay once each, as far as their points go",
        arguments: TestStore.allCases)
    func attack(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            var shares: [Share] = []
            for number in 0..<3 {
                shares.append(
                    try await platform.approvedShare("\(number)", price: 21, by: author, approvedBy: admin))
            }
            var buyers: [SignedIn] = []
            for number in 0..<8 { buyers.append(try await platform.member("buyer\(number)").signedIn) }
            let (everyShare, everyBuyer) = (shares, buyers)
            let before = try await platform.balance(of: author.account)
            let paid = try await platform.atOnce(64) { client -> Points in
                var paid = Points.zero
                for step in 0..<6 {
                    let share = everyShare[(client + step) % 3]
                    let code = try await refusal {
                        paid =
                            paid
                            + (try await PurchaseShare(platform.community)(
                                share.id, price: 21, by: everyBuyer[client % 8]
                            ).paid)
                    }
                    #expect(code == nil || code == "points_insufficient")
                }
                return paid
            }
            // 50 points are two shares and 8 left.
            #expect(paid.reduce(.zero, +) == 336)
            for buyer in buyers { #expect(try await platform.balance(of: buyer.account) == 8) }
            #expect(try await platform.balance(of: author.account) - before == 160)
            var purchases = 0
            for share in shares {
                purchases += try await ReadShare(platform.community)(share.id, for: nil).share.purchases
            }
            #expect(purchases == 16)
            let sold = try await platform.news(of: author).filter {
                if case .shareBought = $0 { true } else { false }
            }
            #expect(sold.count == 16)
        }
    }
}
