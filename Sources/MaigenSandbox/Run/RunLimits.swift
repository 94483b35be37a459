import MaigenDomain

/// What one run may use. The kernel enforces every field.
package struct RunLimits: Sendable, Hashable {
    /// CPU time of all the run's processes together.
    package var cpu: Duration
    /// Time on the clock, for programs that sleep instead of working.
    package var wall: Duration
    /// Resident memory of all the run's processes together (address space where there is no memory cgroup).
    package var memory: ByteCount
    /// The greatest size of any one file that the run writes: standard output, standard error, the scratch files.
    package var output: ByteCount
    /// Processes and threads at one time.
    package var processes: Int

    package init(cpu: Duration, wall: Duration, memory: ByteCount, output: ByteCount, processes: Int) {
        self.cpu = cpu
        self.wall = wall
        self.memory = memory
        self.output = output
        self.processes = processes
    }

    /// For a contestant's program: its problem's limits, and a clock that a busy machine does not trip.
    package static func program(timeLimit: Duration, memory: ByteCount) -> RunLimits {
        RunLimits(
            cpu: timeLimit, wall: timeLimit * 2 + .seconds(4), memory: memory, output: .mebibytes(256),
            processes: 32)
    }

    /// For a generator of test data.
    package static let generator = RunLimits(
        cpu: .seconds(20), wall: .seconds(60), memory: .gibibytes(1), output: .mebibytes(256), processes: 32)

    /// For a validator or a checker, which read what others wrote.
    package static let checker = RunLimits(
        cpu: .seconds(20), wall: .seconds(60), memory: .mebibytes(512), output: .mebibytes(16), processes: 32)

    /// For the C++ compiler.
    package static let compiler = RunLimits(
        cpu: .seconds(20), wall: .seconds(120), memory: .gibibytes(1), output: .mebibytes(64), processes: 24)
}
