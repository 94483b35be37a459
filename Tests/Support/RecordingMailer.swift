import MaigenDomain
import Synchronization

/// Keeps messages in place of sending them.
package final class RecordingMailer: Mailer {
    private let sent: Mutex<[MailMessage]> = Mutex([])

    package init() {}

    package func post(_ message: MailMessage) async throws(StoreFailure) { sent.withLock { $0.append(message) } }

    /// Every message so far.
    package var messages: [MailMessage] { sent.withLock { $0 } }

    /// The newest message to that address.
    package func last(to address: String) -> MailMessage? {
        messages.last { $0.recipient.text == address }
    }

    /// The digits of the newest code sent to that address.
    package func code(sentTo address: String) -> String? {
        for message in messages.reversed() where message.recipient.text == address {
            switch message.content {
            case .registrationCode(let code), .passwordResetCode(let code): return code.digits
            case .alreadyRegistered, .noAccount, .passwordChanged: continue
            }
        }
        return nil
    }
}
