import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// People, as administrators look for and change them.
struct UserRoutes {
    let pages: Pages
    let tools: AccountTools
    let adjust: AdjustPoints
    let randomness: Randomness

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin/users") { request, context in
            let query = try Query(request)
            let page = try await page(matching: query["q"] ?? "", query.page(), context)
            return try await pages.show(page, at: .administration, to: request, context)
        }
        administrators.post("admin/users/{id}/standing") { request, context in
            let form = try await pages.form(request, context)
            let id: UserID = try context.id(or: AccountRefusal.accountUnknown)
            let role = try form.value("role", Role.init(rawValue:))
            let isDisabled = try form.value("disabled") { text in text == "1" ? true : text == "0" ? false : nil }
            let search = form["q"] ?? ""
            let refused = try await refusal {
                _ = try await ChangeStanding(tools)(
                    of: id, role: role, isDisabled: isDisabled, by: context.signedIn, from: context.client)
            }
            guard let refused else { return done(.standingChanged, search) }
            let page = try await page(matching: search, PageRequest(), context, refused: refused)
            return try await pages.show(page, at: .administration, refused: refused, to: request, context)
        }
        administrators.post("admin/users/{id}/points") { request, context in
            let form = try await pages.form(request, context)
            let id: UserID = try context.id(or: AccountRefusal.accountUnknown)
            let typed = UsersPage.Adjustment(
                user: id.rawValue, amount: form["amount"] ?? "", reason: form["reason"] ?? "")
            let search = form["q"] ?? ""
            let refused = try await refusal {
                // What is no number is refused as an amount of zero is.
                try await adjust(
                    of: id, by: Int64(typed.amount) ?? 0, reason: typed.reason, key: form["key"] ?? "",
                    by: context.signedIn, from: context.client)
            }
            guard let refused else { return done(.pointsAdjusted, search) }
            let page = try await page(
                matching: search, PageRequest(), context, adjustment: typed, refused: refused)
            return try await pages.show(page, at: .administration, refused: refused, to: request, context)
        }
    }

    private func done(_ done: Done, _ search: String) -> Response {
        pages.redirect(to: "/admin/users?q=" + Pages.escaped(search), done: done)
    }

    private func page(
        matching text: String, _ wanted: PageRequest, _ context: AdministratorContext,
        adjustment: UsersPage.Adjustment? = nil, refused: (any Refusal)? = nil
    ) async throws -> UsersPage {
        UsersPage(
            try await FindAccounts(tools)(matching: text, wanted, by: context.signedIn), matching: text,
            reader: context.signedIn.account.id, pages.look.texts, in: context.language, keys: randomness,
            adjustment: adjustment, refused: refused)
    }
}
