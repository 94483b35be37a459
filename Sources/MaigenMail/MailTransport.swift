import MaigenDomain

/// Hands a finished message to whoever carries it on: an SMTP server, or a folder.
package protocol MailTransport: Sendable {
    /// Delivers `letter` to the next station; when this returns, it is no longer ours to lose.
    func deliver(_ letter: Letter) async throws(MailFailure)
}

/// A message with its addresses, ready to be sent.
package struct Letter: Sendable, Hashable {
    /// Who it is from.
    package var sender: EmailAddress
    /// Who it goes to.
    package var recipient: EmailAddress
    /// Header and body (RFC 5322), lines ended by CRLF, ASCII only.
    package var bytes: [UInt8]

    package init(sender: EmailAddress, recipient: EmailAddress, bytes: [UInt8]) {
        self.sender = sender
        self.recipient = recipient
        self.bytes = bytes
    }
}

/// Why a letter was not delivered.
package struct MailFailure: Error, Sendable, Hashable {
    /// What is known of the cause.
    package enum Cause: Sendable, Hashable {
        /// The server could not be reached, or did not answer in time.
        case unreachable
        /// The connection could not be made secret, or the server could not prove who it is.
        case insecure
        /// The server did not accept our name and password.
        case login
        /// The server refused this letter for good.
        case refused
        /// The server refused for now.
        case postponed
        /// We could not write it.
        case local
    }

    /// What is known of the cause.
    package var cause: Cause
    /// For the log: the library's or the server's words, never the letter's content.
    package var detail: String

    package init(_ cause: Cause, _ detail: String) {
        self.cause = cause
        self.detail = detail
    }

    /// Whether the same letter may get through a little later.
    package var isWorthRetrying: Bool {
        switch cause {
        case .unreachable, .postponed, .local: true
        case .insecure, .login, .refused: false
        }
    }
}
