import Hummingbird
import MaigenDomain
import MaigenHTTP

/// The home page.
struct HomeRoutes {
    let pages: Pages

    func add(to router: Router<SiteContext>) {
        router.get("/") { request, context in
            try await pages.show(HomePage(example: [], quality: []), to: request, context)
        }
    }
}
