/// A person who may log in.
package struct Account: Sendable, Hashable {
    /// Whom everything else refers to.
    package var id: UserID
    /// Where mail to this person goes.
    package var address: EmailAddress
    /// The name that others see.
    package var name: DisplayName
    /// What this person may do.
    package var role: Role
    /// The language in which MAIGEN speaks to this person.
    package var language: Language
    /// This person's own invitation code.
    package var invitationCode: InvitationCode
    /// When an administrator disabled the account; nil while it is in use.
    package var disabledAt: Timestamp?
    /// When the person registered.
    package var createdAt: Timestamp

    package init(
        id: UserID, address: EmailAddress, name: DisplayName, role: Role, language: Language,
        invitationCode: InvitationCode, disabledAt: Timestamp?, createdAt: Timestamp
    ) {
        self.id = id
        self.address = address
        self.name = name
        self.role = role
        self.language = language
        self.invitationCode = invitationCode
        self.disabledAt = disabledAt
        self.createdAt = createdAt
    }
}

/// Names one account.
package typealias UserID = ID<Account>

/// What an account may do beyond its own affairs.
package enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    /// Own tasks, points, shares and profile.
    case user
    /// All of a user's, and the back office.
    case administrator = "admin"
}

/// The name under which others see a person: 1 to 32 visible characters on one line.
package struct DisplayName: Sendable, Hashable {
    /// The name.
    package let text: String

    /// The name that `text` spells, surrounding spaces removed; nil where it is empty, too long, or holds characters
    /// that would change the page around it.
    package init?(_ text: String) {
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard (1...32).contains(trimmed.count), trimmed.utf8.count <= 256 else { return nil }
        // Format characters turn the writing direction or hide text; only the joiner inside emoji is of use.
        let isVisible = trimmed.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            case .format: scalar.value == 0x200D
            default: true
            }
        }
        guard isVisible else { return nil }
        self.text = trimmed
    }

    /// The name of somebody who gave none, made from what is public of their invitation code.
    package init(for code: InvitationCode) {
        text = "user-" + code.text.lowercased()
    }
}
