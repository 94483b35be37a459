import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// Shares that administrators look after.
struct ReviewRoutes {
    let tools: CommunityTools

    private struct Rejection: Decodable {
        var reason: String
    }

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin/shares") { request, context in
            let query = try Query(request)
            let state = try query.value("state", ShareState.init(rawValue:)) ?? .pending
            let page = try await ListShares(tools).all(in: state, query.page(), by: context.signedIn)
            return JSONAnswer(Paged(page) { ShareBody($0, in: context.language) })
        }
        administrators.post("admin/shares/{id}/approve") { _, context in
            let share = try await ReviewShare(tools).approve(
                context.id(or: ShareRefusal.shareUnknown), by: context.signedIn, from: context.client)
            return JSONAnswer(ShareBody(share, in: context.language))
        }
        administrators.post("admin/shares/{id}/reject") { request, context in
            var request = request
            let id: ShareID = try context.id(or: ShareRefusal.shareUnknown)
            let body = try await request.json(Rejection.self)
            let share = try await ReviewShare(tools).reject(
                id, reason: body.reason, by: context.signedIn, from: context.client)
            return JSONAnswer(ShareBody(share, in: context.language))
        }
    }
}
