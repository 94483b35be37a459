import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// Shares that administrators decide on.
struct ReviewRoutes {
    let pages: Pages
    let tasks: TaskTools
    let community: CommunityTools
    let strategies: StrategyCatalogue
    let clock: WallClock

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin/shares") { request, context in
            let query = try Query(request)
            let state = try query.value("state", ShareState.init(rawValue:)) ?? .pending
            let found = try await ListShares(community).all(in: state, query.page(), by: context.signedIn)
            let page = ReviewListPage(found, in: state, at: clock.now(), in: context.language)
            return try await pages.show(page, at: .administration, to: request, context)
        }
        administrators.get("admin/shares/{id}") { request, context in
            let page = try await page(of: context.id(or: ShareRefusal.shareUnknown), context)
            return try await pages.show(page, at: .administration, to: request, context)
        }
        administrators.post("admin/shares/{id}/approve") { request, context in
            _ = try await pages.form(request, context)
            let id: ShareID = try context.id(or: ShareRefusal.shareUnknown)
            _ = try await ReviewShare(community).approve(id, by: context.signedIn, from: context.client)
            return pages.redirect(to: "/admin/shares", done: .shareApproved)
        }
        administrators.post("admin/shares/{id}/reject") { request, context in
            let reason = try await pages.form(request, context)["reason"] ?? ""
            let id: ShareID = try context.id(or: ShareRefusal.shareUnknown)
            let refused = try await refusal {
                _ = try await ReviewShare(community).reject(
                    id, reason: reason, by: context.signedIn, from: context.client)
            }
            guard let refused else { return pages.redirect(to: "/admin/shares", done: .shareRejected) }
            let page = try await page(of: id, context, reason: reason, refused: refused)
            return try await pages.show(page, at: .administration, refused: refused, to: request, context)
        }
    }

    private func page(
        of id: ShareID, _ context: AdministratorContext, reason: String = "", refused: (any Refusal)? = nil
    ) async throws -> ReviewPage {
        let (read, signedIn, language) = (ReadTask(tasks), context.signedIn, context.language)
        let shared = try await ReadShare(community)(id, for: signedIn)
        let listing = try await read.tests(of: shared.share.task, by: signedIn)
        let data = DataSetView(
            try DataSetDocuments(listing), listing.previews, strategies, pages.look.texts, in: language)
        return ReviewPage(
            shared, try await read(shared.share.task, by: signedIn), data, in: language, reason: reason,
            refused: refused)
    }
}
