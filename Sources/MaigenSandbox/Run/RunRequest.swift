import MaigenDomain

/// One run of one program in the sandbox.
///
/// Every path is a path of this machine, opened by the helper before any untrusted code runs, never following a link at
/// its last step. The program sees none of them: it has its three standard streams, its arguments, its environment and,
/// where `scratch` says so, one empty private directory.
package struct RunRequest: Sendable {
    /// The program: a static binary (`CompiledProgram.executable`).
    package var executable: String
    /// The arguments after the program's own name.
    package var arguments: [String]
    /// The file to be read as standard input; nil for an empty one.
    package var standardInput: String?
    /// The file that standard output is written to; it is created or emptied. Keep it on a disk: on a memory file
    /// system it would count as the program's memory.
    package var standardOutput: String
    /// The file that standard error is written to; nil throws it away.
    package var standardError: String?
    /// What the run may use.
    package var limits: RunLimits
    /// The size of the private writable directory that the program starts in (`/box`); nil for none. It counts as the
    /// program's memory and disappears with the run.
    package var scratch: ByteCount?
    /// Files copied into the scratch directory before the run. Needs `scratch`.
    package var put: [PlacedFile]
    /// Files copied out of the scratch directory after the last process of the run has died. Needs `scratch`.
    package var take: [TakenFile]
    /// Added to the fixed environment `PATH LANG=C HOME=/`; nothing of the server's own is ever passed on.
    package var environment: [String: String]
    /// Whether gcov's counters are to land in the scratch directory; see `recordCoverage(to:)`.
    var records = false

    package init(
        executable: String, arguments: [String] = [], standardInput: String? = nil, standardOutput: String,
        standardError: String? = nil, limits: RunLimits, scratch: ByteCount? = nil, put: [PlacedFile] = [],
        take: [TakenFile] = [], environment: [String: String] = [:]
    ) {
        self.executable = executable
        self.arguments = arguments
        self.standardInput = standardInput
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.limits = limits
        self.scratch = scratch
        self.put = put
        self.take = take
        self.environment = environment
    }
}

/// A file of this machine that a run finds in its scratch directory.
package struct PlacedFile: Sendable, Hashable {
    /// Where it comes from.
    package var source: String
    /// Its name in the scratch directory: one path component.
    package var name: String

    package init(source: String, name: String) {
        self.source = source
        self.name = name
    }
}

/// A file that is copied out of a run's scratch directory, if the run left a regular file of that name there.
package struct TakenFile: Sendable, Hashable {
    /// Its name in the scratch directory: one path component.
    package var name: String
    /// Where the copy goes; created or emptied. Without a file to take, nothing is left there.
    package var destination: String
    /// A larger file is not taken.
    package var limit: ByteCount

    package init(name: String, destination: String, limit: ByteCount) {
        self.name = name
        self.destination = destination
        self.limit = limit
    }
}
