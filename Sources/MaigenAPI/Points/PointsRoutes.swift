import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// What a person holds, why, and what earns and costs points.
struct PointsRoutes {
    let points: ReadPoints
    let settings: ReadSettings

    private struct Balance: Encodable, Sendable {
        var balance: Points
    }

    func add(to visitors: RouterGroup<SiteContext>, _ members: RouterGroup<MemberContext>) {
        visitors.get("points/rules") { _, context in
            let rules = try await settings.pointsRules().listed
            return JSONAnswer(Paged(whole: rules.map { RuleBody($0, in: context.language) }))
        }
        members.get("me/points") { _, context in
            JSONAnswer(Balance(balance: try await points.balance(of: context.signedIn)))
        }
        members.get("me/points/records") { request, context in
            let query = try Query(request)
            let page = try await points.records(
                of: context.signedIn, kind: query.value("kind", RecordKind.init(rawValue:)), query.page())
            return JSONAnswer(Paged(page) { RecordBody($0, in: context.language) })
        }
    }
}

/// One line of the points rules.
struct RuleBody: Encodable, Sendable {
    var kind: RecordKind
    var title: String
    var amount: String

    init(_ rule: PointsRule, in language: Language) {
        kind = rule.kind
        title = rule.kind.title[language]
        amount = rule.amount[language]
    }
}

/// One line of a person's points records.
struct RecordBody: Encodable, Sendable {
    var sequence: Int64
    var kind: RecordKind
    var title: String
    var amount: Points
    var balanceAfter: Points
    var cause: Cause
    var reason: String
    var at: Moment

    /// What the record links to.
    struct Cause: Encodable, Sendable {
        var kind: String
        var id: String
    }

    init(_ record: PointsRecord, in language: Language) {
        sequence = record.sequence
        kind = record.kind
        title = record.kind.title[language]
        amount = record.amount
        balanceAfter = record.balanceAfter
        cause = Cause(kind: record.cause.kind, id: record.cause.subject)
        reason = record.reason
        at = Moment(record.at)
    }
}
