/// One security event, as it is kept for good.
package struct AuditEvent: Sendable, Hashable {
    /// Names the event; sorts by time.
    package var id: ID<AuditEvent>
    /// When.
    package var at: Timestamp
    /// Who did it; nil where nobody was signed in.
    package var actor: UserID?
    /// What.
    package var action: AuditAction
    /// To what or whom: an identifier or an address, never a secret.
    package var subject: String
    /// From where.
    package var client: Client
    /// Further words, such as an administrator's reason; never a secret.
    package var detail: String

    package init(
        id: ID<AuditEvent>, at: Timestamp, actor: UserID?, action: AuditAction, subject: String, client: Client,
        detail: String = ""
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.client = client
        self.detail = detail
    }
}

/// What the audit log records.
package enum AuditAction: String, Sendable, Hashable, CaseIterable, Codable {
    case registered = "account.registered"
    case loggedIn = "session.opened"
    case loginFailed = "session.refused"
    case sessionEnded = "session.ended"
    case passwordReset = "password.reset"
    case passwordChanged = "password.changed"
    case passwordCheckFailed = "password.refused"
    case emailCodeRefused = "email-code.refused"
    case standingChanged = "account.standing-changed"
    case pointsAdjusted = "points.adjusted"
    case settingsChanged = "settings.changed"
    case shareApproved = "share.approved"
    case shareRejected = "share.rejected"

    /// What a person reads.
    package var title: Localized {
        switch self {
        case .registered: Localized(zh: "注册账号", en: "Account registered")
        case .loggedIn: Localized(zh: "登录", en: "Logged in")
        case .loginFailed: Localized(zh: "登录失败", en: "Login refused")
        case .sessionEnded: Localized(zh: "会话结束", en: "Session ended")
        case .passwordReset: Localized(zh: "重置密码", en: "Password reset")
        case .passwordChanged: Localized(zh: "修改密码", en: "Password changed")
        case .passwordCheckFailed: Localized(zh: "当前密码错误", en: "Present password wrong")
        case .emailCodeRefused: Localized(zh: "验证码错误", en: "E-mail code refused")
        case .standingChanged: Localized(zh: "变更角色或状态", en: "Role or state changed")
        case .pointsAdjusted: Localized(zh: "调整积分", en: "Points adjusted")
        case .settingsChanged: Localized(zh: "修改系统配置", en: "Settings changed")
        case .shareApproved: Localized(zh: "分享审核通过", en: "Share approved")
        case .shareRejected: Localized(zh: "分享审核未通过", en: "Share rejected")
        }
    }
}

/// Keeps security events, and never changes or removes one.
package protocol AuditStore: Sendable {
    /// Adds one event.
    func record(_ event: AuditEvent) async throws(StoreFailure)
    /// Events, newest first.
    func auditEvents(_ page: PageRequest) async throws(StoreFailure) -> Page<AuditEvent>
}
