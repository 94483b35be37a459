/// How far a build is. Values, not text: whoever shows it chooses the words.
package struct ProgressEvent: Sendable, Hashable {
    /// What is being done. Stages overlap: tests are packed and measured while others are being made.
    package enum Stage: String, Sendable, Hashable, CaseIterable, Codable {
        /// The programs that the tests wait for: standard program, validator, generator.
        case compiling
        /// Sample by sample.
        case checkingSamples
        /// Test by test: generated, validated and answered.
        case making
        /// Test by test: which lines of the standard program it reaches.
        case measuring
        /// Test by test: compressed.
        case packing
        /// The ZIP is in its place.
        case done
    }

    package var stage: Stage
    /// How many of `total` are done.
    package var done: Int
    package var total: Int
    /// Since the build began.
    package var elapsed: Duration

    package init(stage: Stage, done: Int, total: Int, elapsed: Duration) {
        self.stage = stage
        self.done = done
        self.total = total
        self.elapsed = elapsed
    }
}
