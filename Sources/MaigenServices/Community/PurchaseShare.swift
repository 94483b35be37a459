import MaigenDomain

/// Buys a share, once for each buyer: half of the price, rounded down, goes to its author, the rest to the platform.
package struct PurchaseShare: Sendable {
    private let tools: CommunityTools

    package init(_ tools: CommunityTools) {
        self.tools = tools
    }

    /// What buying cost.
    package struct Bought: Sendable, Hashable {
        /// What was paid now: nothing by the author, by administrators, and by who had bought it before.
        package var paid: Points
    }

    /// `price` is what the buyer was shown and agreed to; refuses with `price_changed` where it costs something else.
    /// Repeating the request pays nothing more, so it needs no idempotency key.
    package func callAsFunction(
        _ id: ShareID, price: Int64, by signedIn: SignedIn
    ) async throws(ServiceError) -> Bought {
        let buyer = signedIn.account
        let found = try await store { () throws(StoreFailure) in try await tools.community.share(id) }
        let share = try parsed(found, or: ShareRefusal.shareUnknown)
        guard share.state == .approved else { throw .refused(ShareRefusal.shareUnknown) }
        guard share.author != buyer.id, buyer.role != .administrator else { return Bought(paid: .zero) }
        guard share.price.count == price else { throw .refused(ShareRefusal.priceChanged(share.price)) }
        let purchase = purchase(of: share, by: buyer.id)
        switch try await store({ () throws(StoreFailure) in try await tools.community.purchase(purchase) }) {
        case .bought: return Bought(paid: share.price)
        case .alreadyBought: return Bought(paid: .zero)
        case .insufficient(let balance, let needed):
            throw .refused(PointsRefusal.insufficient(balance: balance, needed: needed))
        case .priceChanged(let price): throw .refused(ShareRefusal.priceChanged(price))
        case .unknown: throw .refused(ShareRefusal.shareUnknown)
        }
    }

    private func purchase(of share: Share, by buyer: UserID) -> Purchase {
        let now = tools.surroundings.now
        return Purchase(
            share: share.id, buyer: buyer, price: share.price,
            payment: .sale(
                id: tools.surroundings.newID(), of: share.id, by: share.author, to: buyer, share.price, at: now),
            notice: Notice(
                id: tools.surroundings.newID(), user: share.author,
                event: .shareBought(
                    share: share.id, title: share.title, earned: PointsRules.authorsPart(of: share.price)), at: now),
            at: now)
    }
}
