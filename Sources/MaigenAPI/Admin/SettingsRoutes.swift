import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What administrators can change while the platform runs.
struct SettingsRoutes {
    let read: ReadSettings
    let change: ChangeSettings

    private struct Change: Decodable {
        var version: SettingsVersion
        var settings: Settings
    }

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin/settings") { _, context in
            JSONAnswer(SettingsBody(try await read(by: context.signedIn)))
        }
        administrators.put("admin/settings") { request, context in
            var request = request
            let body = try await request.json(Change.self)
            let changed = try await change(
                to: body.settings, from: body.version, by: context.signedIn, from: context.client)
            return JSONAnswer(SettingsBody(changed))
        }
    }
}

/// The settings in force.
struct SettingsBody: Encodable, Sendable {
    var version: SettingsVersion
    var settings: Settings
    var changedBy: String?
    var changedAt: Moment?

    init(_ present: PresentSettings) {
        version = present.version
        settings = present.settings
        changedBy = present.change?.by.rawValue
        changedAt = Moment(present.change?.at)
    }
}
