import Foundation

/// CPU seconds of all processes that this one has started and that have ended.
func childrenCPU() -> Double { usedCPU(RUSAGE_CHILDREN.rawValue) }

/// CPU seconds of this process itself.
func ownCPU() -> Double { usedCPU(RUSAGE_SELF.rawValue) }

private func usedCPU(_ who: __rusage_who_t) -> Double {
    var usage = rusage()
    getrusage(who, &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// With two decimals.
func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
