import Foundation

/// The numbers that this process may use for its slots, so that two processes of MAIGEN on one machine never run
/// programs under the same user.
///
/// A number is taken by locking a small file named after it; the kernel gives it back when the process ends, however it
/// ends.
final class SlotNumbers: Sendable {
    /// The numbers.
    let numbers: [Int]
    private let locks: [Int32]

    private static let highest = 1000

    /// Takes `count` numbers. Without rights to change users there is nothing to keep apart, and 0 ..< `count` it is.
    init(count: Int) {
        var numbers: [Int] = []
        var locks: [Int32] = []
        if geteuid() == 0, let folder = Self.folder() {
            for number in 0..<Self.highest where numbers.count < count {
                let path = "\(folder)/\(number)"
                let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
                guard lock >= 0 else { continue }
                if flock(lock, LOCK_EX | LOCK_NB) == 0 {
                    numbers.append(number)
                    locks.append(lock)
                } else {
                    close(lock)
                }
            }
        }
        self.numbers = numbers.count == count ? numbers : Array(0..<count)
        self.locks = locks
    }

    deinit {
        for lock in locks { close(lock) }
    }

    /// A folder that only root can write.
    private static func folder() -> String? {
        for folder in ["/run/maigen-slots", "/var/lib/maigen-slots"] {
            mkdir(folder, 0o700)
            if Folder.isOursAlone(folder) { return folder }
        }
        return nil
    }
}
