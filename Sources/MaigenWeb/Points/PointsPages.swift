import MaigenDomain

/// A person's points records.
struct PointsPage: PageModel {
    static let template = "points"
    let tabs = PersonalTabs.points
    var balance: String
    var kinds: [Kind]
    var records: [Record]
    var isFiltered: Bool
    var next: String?

    /// A kind to filter by.
    struct Kind: Sendable {
        var value: String
        var title: String
        var isChosen: Bool
    }

    /// One record.
    struct Record: Sendable {
        var title: String
        var amount: String
        var isGain: Bool
        var balance: String
        var reason: String
        /// What it was for; nil where that is nothing with a page.
        var link: String?
        var at: MomentText

        init(_ record: PointsRecord, in language: Language) {
            title = record.kind.title[language]
            amount = NumberText.signed(record.amount.count)
            isGain = record.amount > .zero
            balance = NumberText.grouped(record.balanceAfter.count)
            reason = record.reason
            at = MomentText(record.at)
            switch record.cause {
            case .task(let task): link = "/tasks/\(task)"
            case .share(let share): link = "/community/\(share)"
            case .registration, .administrator: link = nil
            }
        }
    }
}

/// What earns and costs points.
struct RulesPage: PageModel {
    static let template = "rules"
    var rules: [Rule]

    struct Rule: Sendable {
        var title: String
        var amount: String
    }
}
