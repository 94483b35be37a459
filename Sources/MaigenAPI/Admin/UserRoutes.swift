import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// People, as administrators see and change them.
struct UserRoutes {
    let tools: AccountTools
    let adjust: AdjustPoints

    private struct Standing: Decodable {
        var role: Role?
        var isDisabled: Bool?
    }

    private struct Adjustment: Decodable {
        var amount: Int64
        var reason: String
    }

    func add(to administrators: RouterGroup<AdministratorContext>) {
        administrators.get("admin/users") { request, context in
            let query = try Query(request)
            let page = try await FindAccounts(tools)(
                matching: query["q"] ?? "", query.page(), by: context.signedIn)
            return JSONAnswer(Paged(page, FoundAccountBody.init))
        }
        administrators.patch("admin/users/{id}") { request, context in
            var request = request
            let id: UserID = try context.id(or: AccountRefusal.accountUnknown)
            let body = try await request.json(Standing.self)
            let account = try await ChangeStanding(tools)(
                of: id, role: body.role, isDisabled: body.isDisabled, by: context.signedIn, from: context.client)
            return JSONAnswer(AccountBody(account))
        }
        administrators.post("admin/users/{id}/points") { request, context in
            var request = request
            let id: UserID = try context.id(or: AccountRefusal.accountUnknown)
            let key = request.idempotencyKey
            let body = try await request.json(Adjustment.self)
            try await adjust(
                of: id, by: body.amount, reason: body.reason, key: key, by: context.signedIn, from: context.client)
            return NothingToShow()
        }
        administrators.get("admin/audit") { request, context in
            let page = try await ReadAudit(tools)(Query(request).page(), by: context.signedIn)
            return JSONAnswer(Paged(page) { AuditBody($0, in: context.language) })
        }
    }
}

/// A person in the back office's list: with what they hold.
struct FoundAccountBody: Encodable, Sendable {
    var account: AccountBody
    var points: Points

    init(_ found: FoundAccount) {
        account = AccountBody(found.account)
        points = found.balance
    }

    private enum CodingKeys: CodingKey {
        case points
    }

    func encode(to encoder: any Encoder) throws {
        try account.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(points, forKey: .points)
    }
}

extension Request {
    /// The key that makes a repetition of this request known; empty where there is none, which the actions refuse.
    var idempotencyKey: String { headers[.idempotencyKey] ?? "" }
}

/// One entry of the audit log.
struct AuditBody: Encodable, Sendable {
    var id: String
    var at: Moment
    var actor: String?
    var action: AuditAction
    var title: String
    var subject: String
    var address: String
    var agent: String
    var detail: String

    init(_ event: AuditEvent, in language: Language) {
        id = event.id.rawValue
        at = Moment(event.at)
        actor = event.actor?.rawValue
        action = event.action
        title = event.action.title[language]
        subject = event.subject
        address = event.client.address
        agent = event.client.agent
        detail = event.detail
    }
}
