import Hummingbird
import MaigenDomain
import MaigenHTTP

/// The home page.
struct HomeRoutes {
    let pages: Pages

    func add(to router: Router<SiteContext>) {
        let look = pages.look
        router.get("/") { request, context in
            try await pages.show(
                HomePage(look.example, look.quality, look.texts, in: context.language), to: request, context)
        }
    }
}
