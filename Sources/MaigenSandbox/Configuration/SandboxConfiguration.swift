import Foundation
import MaigenDomain

/// What a `Sandbox` needs to know before it starts. `standard()` finds everything by itself.
package struct SandboxConfiguration: Sendable {
    /// The helper program `jail`.
    package var helper: String
    /// The folder with `testlib.h` in it; nil where there is none, and then `Headers.testlib` is refused.
    package var testlib: String?
    /// Compiled programs and precompiled headers. Only this user may write it.
    package var cacheDirectory: String
    /// A folder on a disk; each `Sandbox` makes its own private folder in it and removes it at the end.
    package var workDirectory: String
    /// The most runs at one time.
    package var jobs: Int
    /// Whether to go on, with a warning in `ProtectionReport`, where no level of isolation works.
    package var allowUnprotected: Bool
    /// The limits of a compilation.
    package var compilerLimits: RunLimits
    /// The size at which the oldest compiled programs are dropped from the cache.
    package var cacheLimit: ByteCount
    /// Whether compilations may start the making of precompiled headers in the background.
    package var precompilesHeaders: Bool
    /// Uses this level and no other, instead of the strongest that works. For tests and for `doctor`.
    package var level: ProtectionReport.Level?

    package init(
        helper: String, testlib: String?, cacheDirectory: String, workDirectory: String, jobs: Int? = nil,
        allowUnprotected: Bool = false, compilerLimits: RunLimits = .compiler, cacheLimit: ByteCount = .gibibytes(1),
        precompilesHeaders: Bool = true, level: ProtectionReport.Level? = nil
    ) {
        self.helper = helper
        self.testlib = testlib
        self.cacheDirectory = cacheDirectory
        self.workDirectory = workDirectory
        self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        self.allowUnprotected = allowUnprotected
        self.compilerLimits = compilerLimits
        self.cacheLimit = cacheLimit
        self.precompilesHeaders = precompilesHeaders
        self.level = level
    }
}
