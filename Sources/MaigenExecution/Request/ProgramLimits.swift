import MaigenDomain
import MaigenSandbox

/// What the programs of a data set may use in one run.
package struct ProgramLimits: Sendable, Hashable {
    /// CPU time of the standard program.
    package var time: Duration
    /// Memory of the standard program.
    package var memory: ByteCount
    /// The greatest answer.
    package var output: ByteCount

    package init(
        time: Duration = .seconds(10), memory: ByteCount = .mebibytes(512), output: ByteCount = .mebibytes(256)
    ) {
        self.time = time
        self.memory = memory
        self.output = output
    }

    /// For the standard program.
    var standardProgram: RunLimits {
        var limits = RunLimits.program(timeLimit: time, memory: memory)
        limits.output = output
        return limits
    }

    /// For the standard program while it counts its own lines: that is slower, and the limit is not the point.
    var coverage: RunLimits {
        var limits = RunLimits.program(timeLimit: time * 5, memory: memory)
        limits.memory.bytes += ByteCount.mebibytes(64).bytes
        limits.output = output
        return limits
    }

    /// For the generator.
    var generator: RunLimits {
        var limits = RunLimits.generator
        limits.cpu = .seconds(10)
        return limits
    }

    /// For the validator.
    var validator: RunLimits {
        var limits = RunLimits.checker
        limits.cpu = .seconds(10)
        return limits
    }
}
