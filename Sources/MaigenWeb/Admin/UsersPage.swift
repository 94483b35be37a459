import MaigenDomain

/// People, to be looked for and changed.
struct UsersPage: PageModel {
    static let template = "office-users"
    let isAtUsers = true
    var search: String
    var rows: [Row]
    var hasRows: Bool
    var next: String?
    var refusal: String?

    struct Row: Sendable {
        var id: String
        var name: String
        var address: String
        var role: Tag
        var balance: String
        var created: MomentText
        var isDisabled: Bool
        var isAdministrator: Bool
        /// Administrators do not change their own standing.
        var isSelf: Bool
        /// Makes a repetition of the same press known.
        var key: String
        /// Whether this is the one whose change was refused: its forms stay open, as they were filled in.
        var isOpen: Bool
        var amount: String
        var reason: String
    }

    /// A correction that was refused, as it was typed.
    struct Adjustment {
        var user: String
        var amount: String
        var reason: String
    }

    init(
        _ page: Page<FoundAccount>, matching text: String, reader: UserID, _ texts: SiteTexts, in language: Language,
        keys: Randomness, adjustment: Adjustment? = nil, refused: (any Refusal)? = nil
    ) {
        search = text
        rows = page.items.map { found in
            let account = found.account
            let isAdministrator = account.role == .administrator
            let role = texts[isAdministrator ? "office.administrator" : "office.user"]?[language] ?? ""
            let typed = adjustment?.user == account.id.rawValue ? adjustment : nil
            return Row(
                id: account.id.rawValue, name: account.name.text, address: account.address.text,
                role: Tag(kind: isAdministrator ? "info" : "", text: role),
                balance: NumberText.grouped(found.balance.count), created: MomentText(account.createdAt),
                isDisabled: account.disabledAt != nil, isAdministrator: isAdministrator, isSelf: account.id == reader,
                key: Hex.text(keys.bytes(16)), isOpen: typed != nil, amount: typed?.amount ?? "",
                reason: typed?.reason ?? "")
        }
        hasRows = !rows.isEmpty
        next = page.nextCursor.map {
            "/admin/users?q=" + Pages.escaped(text) + "&cursor=" + Pages.escaped($0.position)
        }
        refusal = refused?.message[language]
    }
}
