import Foundation
import MaigenDomain

/// The command line of `jail` for one run, built up option by option.
struct HelperArguments {
    private(set) var words: [String]
    private var program: [String] = []

    init(level: ProtectionReport.Level, slot: Slot, limits: RunLimits) {
        let user = String(60000 + slot.number)
        words = [
            "--level", level.rawValue, "--result-fd", "1", "--lifeline-fd", "0", "--uid", user, "--gid", user,
            "--cpu-ms", String(limits.cpu.milliseconds), "--wall-ms", String(limits.wall.milliseconds),
            "--memory", String(limits.memory.bytes), "--file-size", String(limits.output.bytes),
            "--processes", String(limits.processes),
        ]
    }

    mutating func add(_ option: String, _ values: String...) {
        words.append(option)
        words += values
    }

    mutating func addStreams(input: String?, output: String?, error: String?) {
        if let input { add("--stdin", input) }
        if let output { add("--stdout", output) }
        if let error { add("--stderr", error) }
    }

    /// The writable directory; `host` stands in for it at the levels without mounts.
    mutating func addScratch(_ size: ByteCount, host: String, put: [PlacedFile], take: [TakenFile]) {
        add("--scratch", String(size.bytes))
        add("--scratch-directory", host)
        for file in put { add("--put", file.source, file.name) }
        for file in take { add("--take", file.name, file.destination, String(file.limit.bytes)) }
    }

    mutating func addEnvironment(_ environment: [String: String]) {
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) { add("--env", "\(name)=\(value)") }
    }

    /// All words, with the program's own at the end.
    func running(_ program: [String]) -> [String] {
        words + ["--"] + program
    }
}

extension Duration {
    /// Whole milliseconds, rounded up: a limit of 0 would mean none.
    var milliseconds: Int64 {
        components.seconds * 1000 + (components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
