/// One e-mail to one person: what it says, not yet how.
package struct MailMessage: Sendable, Hashable {
    /// To whom.
    package var recipient: EmailAddress
    /// In which language.
    package var language: Language
    /// What it says.
    package var content: MailContent

    package init(to recipient: EmailAddress, in language: Language, _ content: MailContent) {
        self.recipient = recipient
        self.language = language
        self.content = content
    }
}

/// The messages that MAIGEN sends.
package enum MailContent: Sendable, Hashable {
    /// The code for opening an account.
    case registrationCode(EmailCode)
    /// Somebody asked to open an account with an address that has one.
    case alreadyRegistered
    /// The code for a new password.
    case passwordResetCode(EmailCode)
    /// Somebody asked for a new password with an address that has no account.
    case noAccount
    /// The password was changed.
    case passwordChanged
}

/// Takes messages for delivery and answers at once: nobody can tell from the time whether a message was long, sent,
/// or refused by the other side.
package protocol Mailer: Sendable {
    /// Queues `message`; fails with `overloaded` where too many wait already.
    func post(_ message: MailMessage) async throws(StoreFailure)
}
