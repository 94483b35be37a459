import MaigenDomain
import Testing

@Suite("Transfers")
struct TransferTests {
    private let user = LedgerAccount.user(UserID(rawValue: "u"))
    private let author = LedgerAccount.user(UserID(rawValue: "a"))

    private func transfer(_ entries: [(LedgerAccount, Int64)]) -> Transfer? {
        Transfer(
            id: ID(rawValue: "t"), key: IdempotencyKey("test", "1"), cause: .task(TaskID(rawValue: "x")),
            at: Timestamp(milliseconds: 0),
            entries: entries.map { TransferEntry(account: $0.0, amount: Points($0.1), kind: .purchase) })
    }

    @Test("One that creates, loses or does nothing cannot be made")
    func unsound() {
        #expect(transfer([(user, -5), (author, 4)]) == nil)
        #expect(transfer([(user, -5), (user, 5)]) == nil)
        #expect(transfer([(user, 0), (author, 0)]) == nil)
        #expect(transfer([(user, 0)]) == nil)
        #expect(transfer([]) == nil)
        #expect(transfer([(user, -1_000_000_001), (author, 1_000_000_001)]) == nil)
    }

    @Test("A purchase for one point leaves the author's zero out")
    func zeroEntry() {
        let part = PointsRules.authorsPart(of: 1).count
        let made = transfer([(user, -1), (author, part), (.system(.community), 1 - part)])
        #expect(made?.entries.map(\.amount) == [1, -1])
    }

    @Test("Entries come in the order of account names, so that all lock in one order")
    func order() {
        let made = transfer([(user, -4), (.system(.community), 2), (author, 2)])
        #expect(made?.entries.map(\.account.name) == ["system:community", "user:a", "user:u"])
    }

    @Test("The author's part is half, rounded down")
    func halves() {
        #expect([0, 1, 2, 3, 999, 1000].map { PointsRules.authorsPart(of: $0) } == [0, 0, 1, 1, 499, 500])
    }

    @Test("Registration pays the newcomer, and the inviter where there is one")
    func rewards() {
        let rules = PointsRules()
        let new = UserID(rawValue: "n")
        let alone = rules.rewards(for: new, invitedBy: nil, at: Timestamp(milliseconds: 1), .system)
        #expect(alone.map { $0.entries.map(\.amount) } == [[-50, 50]])
        let invited = rules.rewards(for: new, invitedBy: UserID(rawValue: "i"), at: Timestamp(milliseconds: 1), .system)
        #expect(invited.map { $0.entries.last?.kind } == [.registration, .invited, .inviter])
        #expect(Set(invited.map(\.key)).count == 3)
        let free = PointsRules(registration: 0, invited: 0, inviter: 0, task: 0)
        #expect(free.rewards(for: new, invitedBy: new, at: Timestamp(milliseconds: 1), .system).isEmpty)
    }

    @Test("The records are named as the rules page names them")
    func names() {
        #expect(
            RecordKind.allCases.map(\.title.chinese) == [
                "注册奖励", "被邀请奖励", "邀请好友奖励", "生成数据消耗", "生成数据退还", "下载社区内容", "分享被下载奖励", "管理员调整",
            ])
    }

    @Test("The rules page lists every kind with its amount")
    func listedRules() {
        let rules = PointsRules(task: 7).listed
        #expect(rules.map(\.kind) == RecordKind.allCases)
        #expect(rules.prefix(5).map(\.amount.chinese) == ["+50", "+5", "+20", "-7", "+7"])
    }

    @Test("Accounts and causes survive being written down")
    func writtenForms() {
        for account in [user, .system(.tasks)] { #expect(LedgerAccount(name: account.name) == account) }
        #expect(LedgerAccount(name: "system:unknown") == nil)
        for cause in [
            TransferCause.registration(UserID(rawValue: "u")), .task(TaskID(rawValue: "a:b")),
            .share(ShareID(rawValue: "s")),
        ] {
            #expect(TransferCause(text: cause.text) == cause)
        }
        #expect(IdempotencyKey("k", chosen: "a b", by: UserID(rawValue: "u")) == nil)
        #expect(IdempotencyKey("k", chosen: String(repeating: "a", count: 256), by: UserID(rawValue: "u")) == nil)
    }
}
