import MaigenDomain

/// How well untrusted programs are locked in on this machine, found by running one. `maigen doctor` prints it.
package struct ProtectionReport: Sendable, Hashable {
    /// The ways to lock a program in, strongest first.
    package enum Level: String, Sendable, Hashable, CaseIterable, Codable {
        /// Own namespaces, made by root.
        case namespaces = "root"
        /// Own namespaces, made through a user namespace.
        case userNamespaces = "userns"
        /// Landlock, seccomp and resource limits only.
        case landlock = "landlock"
        /// Nothing but resource limits. Only with `SandboxConfiguration.allowUnprotected`.
        case none = "none"
    }

    /// One thing that keeps a program in.
    package struct Protection: Sendable, Hashable {
        /// A short stable name: `pid`, `mount`, `network`, `landlock`, `seccomp`, `cgroup`, `uid`.
        package var name: String
        /// Whether it is there.
        package var isPresent: Bool
        /// What it does, or what its absence means.
        package var text: Localized

        package init(name: String, isPresent: Bool, text: Localized) {
            self.name = name
            self.isPresent = isPresent
            self.text = text
        }
    }

    /// The level in use.
    package var level: Level
    /// One line for people.
    package var summary: Localized
    /// Each protection, present or absent.
    package var protections: [Protection]
    /// Why stronger levels were not taken, for the log and for `doctor`.
    package var refusals: [String]

    package init(level: Level, summary: Localized, protections: [Protection], refusals: [String]) {
        self.level = level
        self.summary = summary
        self.protections = protections
        self.refusals = refusals
    }

    /// Whether untrusted programs may be run on this machine.
    package var isSafe: Bool { level != .none }
}
