import MaigenDomain

/// What came of a compilation.
package enum CompileOutcome: Sendable, Hashable {
    /// A program.
    case success(CompiledProgram)
    /// The source is at fault.
    case failure(CompileFailure)
}

/// A program that `Sandbox.run` can run.
package struct CompiledProgram: Sendable, Hashable {
    /// The static binary, in the sandbox's cache. It stays at least as long as this `Sandbox` lives.
    package var executable: String
    /// gcov's notes (`.gcno`), where coverage was asked for.
    package var coverageNotes: String?
    /// SHA-256 of source, flags, compiler and headers, as 64 hexadecimal digits: same fingerprint, same program.
    package var fingerprint: String
    /// Whether an earlier compilation's result was used.
    package var fromCache: Bool
    /// The compiler's CPU time; zero from the cache.
    package var cpuTime: Duration

    package init(
        executable: String, coverageNotes: String?, fingerprint: String, fromCache: Bool, cpuTime: Duration
    ) {
        self.executable = executable
        self.coverageNotes = coverageNotes
        self.fingerprint = fingerprint
        self.fromCache = fromCache
        self.cpuTime = cpuTime
    }
}

/// Why a source did not become a program.
package struct CompileFailure: Sendable, Hashable {
    /// Which limit of the compiler's run was hit, if any; nil for ordinary errors.
    package var limit: RunVerdict?
    /// The compiler's messages, at most 64 KiB, valid UTF-8, the file named `program.cpp`. Untrusted text.
    package var diagnostics: String
    /// The messages were longer than what is kept.
    package var isTruncated: Bool

    package init(limit: RunVerdict?, diagnostics: String, isTruncated: Bool) {
        self.limit = limit
        self.diagnostics = diagnostics
        self.isTruncated = isTruncated
    }
}
