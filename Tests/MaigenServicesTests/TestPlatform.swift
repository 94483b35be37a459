import MaigenBroker
import MaigenDomain
import MaigenSecrets
import MaigenServices
import MaigenStorage
import TestSupport
import Testing

/// The actions over a real store, with a clock that tests move and mail that tests read.
struct TestPlatform: Sendable {
    let store: Store
    let database: any Database
    let clock = TestClock()
    let mail = RecordingMailer()
    let tools: AccountTools
    let rules = PointsRules()

    var tasks: TaskTools {
        TaskTools(tasks: store, settings: store, strategies: Self.strategies, surroundings: surroundings)
    }
    var community: CommunityTools { CommunityTools(community: store, surroundings: surroundings) }

    var surroundings: Surroundings { Surroundings(clock: clock.clock, limits: limits) }
    private let limits = InProcessRateLimits()
    static let home = Client(address: "192.0.2.1", agent: "tests")
    static let password = "tasty-otter-93"

    static func run(
        on kind: TestStore, limits: AccountLimits = AccountLimits(), _ body: (TestPlatform) async throws -> Void
    ) async throws {
        try await kind.withStore { store, database in
            let platform = TestPlatform(store, database, limits, try SodiumSecrets(cost: .least, waiting: 2000))
            try await body(platform)
            let report = try await store.checkLedger()
            #expect(report.isSound, "\(report.faults)")
        }
    }

    private init(_ store: Store, _ database: any Database, _ limits: AccountLimits, _ secrets: SodiumSecrets) {
        self.store = store
        self.database = database
        tools = AccountTools(
            accounts: store, secrets: secrets, mailer: mail,
            surroundings: Surroundings(clock: clock.clock, limits: self.limits), limits: limits)
    }

    /// The code that was sent to `address` for a registration.
    func code(for address: String, from client: Client = home) async throws -> String {
        try await RequestEmailCode(tools)(
            address: address, purpose: .registration, language: .english, from: client)
        return try #require(mail.code(sentTo: address))
    }

    /// Registers and logs in.
    func member(
        _ name: String, invitedBy inviter: Account? = nil, from client: Client = home
    ) async throws -> LogIn.Opened {
        let address = "\(name)@example.org"
        let form = RegisterAccount.Form(
            address: address, code: try await code(for: address, from: client), password: Self.password,
            invitationCode: inviter?.invitationCode.text ?? "", name: name)
        _ = try await RegisterAccount(tools, settings: store)(form, from: client)
        return try await logIn(name, from: client)
    }

    func logIn(
        _ name: String, _ password: String = password, from client: Client = home
    ) async throws -> LogIn.Opened {
        try await LogIn(tools)(address: "\(name)@example.org", password: password, from: client)
    }

    /// An administrator, logged in.
    func administrator() async throws -> SignedIn {
        let made = try await RegisterAccount(tools, settings: store).administrator(
            address: "root@example.org", language: .chinese)
        return try await LogIn(tools)(
            address: "root@example.org", password: made.password.text, from: Self.home
        ).signedIn
    }

    func balance(of account: Account) async throws -> Points {
        try #require(try await store.balance(of: account.id))
    }

    /// What the audit log holds, oldest first.
    func audit() async throws -> [AuditEvent] {
        try await store.auditEvents(PageRequest(limit: 100)).items.reversed()
    }
}

/// The code of the refusal that `body` meets; nil where it meets none.
func refusal(_ body: () async throws -> Void) async throws -> String? {
    do {
        try await body()
        return nil
    } catch let error as ServiceError {
        guard let refusal = error.refusal else { throw error }
        return refusal.code
    }
}
