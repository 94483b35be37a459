import MaigenDomain

/// How a run ended. These are the program's own doings; what the sandbox does wrong is a `SandboxFault`.
package enum RunVerdict: Sendable, Hashable {
    /// Exit code 0 within every limit.
    case ok
    /// Exit code other than 0.
    case runtimeError(exitCode: Int)
    /// Ended by a signal that no limit explains: 6 abort, 8 division by zero, 11 bad memory access.
    case signal(Int)
    /// More CPU time than `RunLimits.cpu`.
    case timeLimit
    /// More time on the clock than `RunLimits.wall`: it slept or waited.
    case wallTimeLimit
    /// More memory than `RunLimits.memory`.
    case memoryLimit
    /// A file larger than `RunLimits.output`.
    case outputLimit
    /// Used a system call that no honest program needs (sockets, processes, mounts …) and was killed for it.
    case securityViolation
}

/// What one run did and used.
package struct RunResult: Sendable, Hashable {
    /// How it ended.
    package var verdict: RunVerdict
    /// CPU time of all its processes.
    package var cpuTime: Duration
    /// Time on the clock, from the program's start to its end.
    package var wallTime: Duration
    /// The greatest resident memory.
    package var peakMemory: ByteCount
    /// One entry for each of the request's `take`, in its order: the size of the copy, or nil where there was nothing
    /// fit to be taken (absent, not a regular file, linked elsewhere, too large).
    package var taken: [ByteCount?]

    package init(
        verdict: RunVerdict, cpuTime: Duration, wallTime: Duration, peakMemory: ByteCount, taken: [ByteCount?] = []
    ) {
        self.verdict = verdict
        self.cpuTime = cpuTime
        self.wallTime = wallTime
        self.peakMemory = peakMemory
        self.taken = taken
    }
}
