import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What people share with each other.
struct CommunityRoutes {
    let tools: CommunityTools
    let points: ReadPoints
    let files: any FileStore

    private struct Liked: Encodable, Sendable {
        var likes: Int
        var isLiked: Bool
    }

    private struct Agreement: Decodable {
        var price: Int64
    }

    private struct Bought: Encodable, Sendable {
        var paid: Points
        var balance: Points
    }

    func add(to visitors: RouterGroup<SiteContext>, _ members: RouterGroup<MemberContext>) {
        visitors.get("community") { request, context in
            let query = try Query(request)
            let order = try query.value("sort", ShareOrder.init(rawValue:)) ?? .time
            let page = try await ListShares(tools)(
                by: order, matching: query["q"] ?? "", query.page(), for: context.signedIn)
            return JSONAnswer(Paged(page) { ListedShareBody($0.share, $0.standing) })
        }
        visitors.get("community/{id}") { _, context in
            let shared = try await ReadShare(tools)(context.id(or: ShareRefusal.shareUnknown), for: context.signedIn)
            return JSONAnswer(SharedProblemBody(shared))
        }
        members.put("community/{id}/like") { _, context in
            try await like(true, context)
        }
        members.delete("community/{id}/like") { _, context in
            try await like(false, context)
        }
        members.post("community/{id}/purchase") { request, context in
            try await purchase(request, context)
        }
        members.get("community/{id}/download") { request, context in
            let file = try await ReadShare(tools).file(
                of: context.id(or: ShareRefusal.shareUnknown), by: context.signedIn)
            return try Download(file, from: files).response(to: request)
        }
        members.get("me/shares") { request, context in
            let page = try await ListShares(tools).own(of: context.signedIn, Query(request).page())
            return JSONAnswer(Paged(page) { ShareBody($0, in: context.language) })
        }
    }

    private func like(_ isLiked: Bool, _ context: MemberContext) async throws -> JSONAnswer<Liked> {
        let likes = try await LikeShare(tools)(
            context.id(or: ShareRefusal.shareUnknown), isLiked: isLiked, by: context.signedIn)
        return JSONAnswer(Liked(likes: likes, isLiked: isLiked))
    }

    /// Without a body, the buyer agrees to what it costs at present; with one, to that price and no other.
    private func purchase(_ request: Request, _ context: MemberContext) async throws -> JSONAnswer<Bought> {
        var request = request
        let id: ShareID = try context.id(or: ShareRefusal.shareUnknown)
        // Not needed, since a share is bought once anyway, but what is sent has to be one.
        if let key = request.headers[.idempotencyKey],
            IdempotencyKey("purchase", chosen: key, by: context.signedIn.account.id) == nil
        {
            throw ServiceError.refused(PointsRefusal.keyMalformed)
        }
        let price: Int64
        if request.headers[.contentType] == nil {
            price = try await ReadShare(tools)(id, for: context.signedIn).share.price.count
        } else {
            price = try await request.json(Agreement.self).price
            let prices = PointsRules.prices
            guard (prices.lowerBound.count...prices.upperBound.count).contains(price) else {
                throw ServiceError.refused(ShareRefusal.priceMalformed)
            }
        }
        let bought = try await PurchaseShare(tools)(id, price: price, by: context.signedIn)
        return JSONAnswer(
            Bought(paid: bought.paid, balance: try await points.balance(of: context.signedIn)))
    }
}
