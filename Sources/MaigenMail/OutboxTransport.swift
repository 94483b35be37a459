import Foundation
import MaigenDomain

/// Puts letters into a folder, one file each: for a machine without a mail server.
package struct OutboxTransport: MailTransport {
    private let folder: URL
    private let randomness: Randomness
    private let clock: WallClock

    /// The folder is made where it is missing; only its owner can read it, because letters hold codes.
    package init(
        folder: String, clock: WallClock = .system, randomness: Randomness = .system
    ) throws(MailFailure) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        self.clock = clock
        self.randomness = randomness
        do {
            try FileManager.default.createDirectory(
                at: self.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw MailFailure(.local, "\(folder): \(error)")
        }
    }

    package func deliver(_ letter: Letter) async throws(MailFailure) {
        // Named by time, so that the newest stands last; the address stays out of the name.
        let name = "\(clock.now().milliseconds)-\(Hex.text(randomness.bytes(4))).eml"
        do {
            try Data(letter.bytes).write(to: folder.appendingPathComponent(name), options: .atomic)
        } catch {
            throw MailFailure(.local, "\(name): \(error)")
        }
    }
}
