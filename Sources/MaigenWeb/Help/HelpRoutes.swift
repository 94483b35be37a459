import Hummingbird
import MaigenDomain
import MaigenHTTP

/// What to read.
struct HelpRoutes {
    let pages: Pages
    let texts: HelpTexts

    func add(to router: Router<SiteContext>) {
        router.get("help") { request, context in
            try await show(texts.guide, isReference: false, request, context)
        }
        router.get("help/input-spec") { request, context in
            try await show(texts.specification, isReference: true, request, context)
        }
    }

    private func show(
        _ text: [Language: SafeHTML], isReference: Bool, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        guard let text = text[context.language] else { throw HTTPRefusal.pathUnknown }
        return try await pages.show(HelpPage(text: text, isReference: isReference), at: .help, to: request, context)
    }
}
