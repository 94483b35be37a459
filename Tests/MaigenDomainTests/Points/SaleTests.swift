import MaigenDomain
import Testing

@Suite("What tasks and shares cost")
struct SaleTests {
    private let author = UserID(rawValue: "author")
    private let buyer = UserID(rawValue: "buyer")
    private let now = Timestamp(milliseconds: 0)

    @Test("A sale sums to zero at every price, half of it rounded down to the author")
    func everyPrice() throws {
        for price in 0...1000 as ClosedRange<Int64> {
            let sale = Transfer.sale(
                id: ID(rawValue: "t"), of: ShareID(rawValue: "s"), by: author, to: buyer, Points(price), at: now)
            guard price > 0 else {
                #expect(sale == nil)
                continue
            }
            let entries = try #require(sale).entries
            #expect(entries.reduce(.zero) { $0 + $1.amount } == .zero)
            #expect(entries.first { $0.account == .user(buyer) }?.amount == Points(-price))
            #expect(entries.first { $0.account == .user(author) }?.amount == (price < 2 ? nil : Points(price / 2)))
            #expect(entries.first { $0.account == .system(.community) }?.amount == Points(price - price / 2))
        }
    }

    @Test("A task is paid and paid back under one key each, and not at all at a price of zero")
    func task() {
        let task = TaskID(rawValue: "x")
        let paid = Transfer.payment(id: ID(rawValue: "a"), for: task, by: buyer, 5, at: now)
        let back = Transfer.refund(id: ID(rawValue: "b"), of: task, to: buyer, 5, at: now)
        #expect(paid?.key.text == "task:charge:x" && back?.key.text == "task:refund:x")
        #expect(paid?.entries.first { $0.account == .user(buyer) }?.amount == -5)
        #expect(back?.entries.first { $0.account == .user(buyer) }?.amount == 5)
        #expect(Transfer.payment(id: ID(rawValue: "a"), for: task, by: buyer, 0, at: now) == nil)
        #expect(Transfer.refund(id: ID(rawValue: "a"), of: task, to: buyer, 0, at: now) == nil)
    }
}
