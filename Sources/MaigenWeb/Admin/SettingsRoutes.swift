import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What administrators can change while the platform runs.
struct SettingsRoutes {
    let pages: Pages
    let read: ReadSettings
    let change: ChangeSettings
    let strategies: StrategyCatalogue

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin/settings") { request, context in
            let present = try await read(by: context.signedIn)
            let page = SettingsPage(
                SettingsForm(present), changed: present.change?.at, strategies, pages.look.texts, in: context.language)
            return try await pages.show(page, at: .administration, to: request, context)
        }
        administrators.post("admin/settings") { request, context in
            let form = SettingsForm(try await pages.form(request, context), strategies)
            let refused = try await refusal {
                let wanted = try form.settings()
                _ = try await change(
                    to: wanted.settings, from: wanted.version, by: context.signedIn, from: context.client)
            }
            guard let refused else { return pages.redirect(to: "/admin/settings", done: .settingsSaved) }
            let page = SettingsPage(
                form, changed: nil, strategies, pages.look.texts, in: context.language, refused: refused)
            return try await pages.show(page, at: .administration, refused: refused, to: request, context)
        }
    }
}
