import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// The community: for everybody to read, for members to like and buy.
struct CommunityRoutes {
    let pages: Pages
    let tools: CommunityTools
    let points: ReadPoints
    let files: any FileStore

    func add(to router: Router<SiteContext>, _ members: RouterGroup<MemberContext>) {
        router.get("community") { request, context in try await list(request, context) }
        router.get("community/{id}") { request, context in
            let shared = try await ReadShare(tools)(context.id(or: ShareRefusal.shareUnknown), for: context.signedIn)
            return try await pages.show(
                SharePage(shared, isVisitor: context.signedIn == nil, in: context.language), at: .community,
                to: request, context)
        }
        members.post("community/{id}/like") { request, context in
            let form = try await pages.form(request, context)
            let id: ShareID = try context.id(or: ShareRefusal.shareUnknown)
            _ = try await LikeShare(tools)(id, isLiked: form["liked"] == "1", by: context.signedIn)
            return pages.redirect(to: "/community/\(id)")
        }
        members.get("community/{id}/purchase") { request, context in
            let id: ShareID = try context.id(or: ShareRefusal.shareUnknown)
            let shared = try await ReadShare(tools)(id, for: context.signedIn)
            if shared.standing.mayDownload { return pages.redirect(to: "/community/\(id)") }
            let page = PurchasePage(shared.share, balance: try await points.balance(of: context.signedIn))
            return try await pages.show(page, at: .community, to: request, context)
        }
        members.post("community/{id}/purchase") { request, context in try await purchase(request, context) }
        members.get("community/{id}/download") { request, context in
            let file = try await ReadShare(tools).file(
                of: context.id(or: ShareRefusal.shareUnknown), by: context.signedIn)
            return try Download(file, from: files).response(to: request)
        }
    }

    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try Query(request)
        let order = ShareOrder(rawValue: query["sort"] ?? "") ?? .time
        let search = query["q"] ?? ""
        let found = try await ListShares(tools)(by: order, matching: search, query.page(), for: context.signedIn)
        let page = CommunityPage(
            search: search, isByLikes: order == .likes, shares: found.items.map { ShareCard($0.share, $0.standing) },
            isSearch: !search.isEmpty,
            next: request.next(
                found.nextCursor, keeping: ["sort": order.rawValue, "q": search.isEmpty ? nil : search]))
        return try await pages.show(page, at: .community, to: request, context)
    }

    private func purchase(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await pages.form(request, context)
        let id: ShareID = try context.id(or: ShareRefusal.shareUnknown)
        guard let price = Int64(form["price"] ?? "") else { throw HTTPRefusal.parameterMalformed("price") }
        let refused = try await refusal {
            _ = try await PurchaseShare(tools)(id, price: price, by: context.signedIn)
        }
        guard let refused else { return pages.redirect(to: "/community/\(id)", done: .bought) }
        let shared = try await ReadShare(tools)(id, for: context.signedIn)
        var page = PurchasePage(shared.share, balance: try await points.balance(of: context.signedIn))
        page.refusal = refused.message[context.language]
        return try await pages.show(page, at: .community, refused: refused, to: request, context)
    }
}
