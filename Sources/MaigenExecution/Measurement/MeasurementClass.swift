import MaigenDomain

/// A measurement as `tests.json` tells it: the upper ends of wide classes, so that it says only what a second
/// measurement would say, too.
struct MeasurementClass: Sendable, Hashable {
    /// 50, 100, 200, 500, 1000, 2000, 5000, … milliseconds.
    var timeAtMostMs: Int
    /// 8, 16, 32, 64, … MiB.
    var memoryAtMostMiB: Int

    init(_ measurement: ProgramUsage) {
        timeAtMostMs = 50
        var steps = 0
        while measurement.cpuTime > .milliseconds(timeAtMostMs) {
            // 50 → 100 → 200 → 500 → 1000 …
            timeAtMostMs = steps % 3 == 2 ? timeAtMostMs / 2 * 5 : timeAtMostMs * 2
            steps += 1
        }
        memoryAtMostMiB = 8
        while measurement.peakMemory > .mebibytes(memoryAtMostMiB) { memoryAtMostMiB *= 2 }
    }
}
