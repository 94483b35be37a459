import Foundation
import MaigenDomain
import MaigenSandbox

/// Remembers the first measurement of a program on an input, so that a data set made twice says the same twice.
///
/// The time of a run is never the same twice, yet the ZIP holds it and must have the same bytes whenever it is made
/// anew. Two things together make that true without pretending an accuracy that is not there:
/// the ZIP holds a *class* ("at most 50 ms", see `MeasurementClass`) and not a number; and the class comes from the
/// first measurement that this machine made of this program binary on this input under these limits, which is kept
/// here. Exact measurements of the very run are in `DataSet`, for the table and for `--json`.
///
/// Two builds of one program at the same moment may each keep its own first measurement; the later one stays.
///
/// Memory lives in the cache directory, in one small text file per program and limits. Losing it costs nothing but that
/// a measurement near the edge of its class may fall on the other side next time.
struct MeasurementMemory: Sendable {
    /// The file with one program's measurements.
    private let file: String
    private let folder: String
    /// Programs that are remembered; the ones unused for longest go first.
    private static let capacity = 2000

    /// - Parameter folder: made when needed.
    init(folder: String, program: CompiledProgram, limits: RunLimits) {
        self.folder = folder
        let key = "\(program.fingerprint) \(limits.cpu.microseconds) \(limits.memory.bytes)"
        file = folder + "/" + SHA256.hexadecimal(of: key)
    }

    /// For each input (by SHA-256) its first measurement: the remembered one, or else the given one, which is
    /// remembered from now on.
    func settle(_ measured: [String: ProgramUsage]) -> [String: ProgramUsage] {
        var known = read()
        let before = known.count
        for (input, measurement) in measured where known[input] == nil { known[input] = measurement }
        if known.count > before { write(known) }
        return measured.mapValues { $0 }.merging(known.filter { measured[$0.key] != nil }) { _, first in first }
    }

    private func read() -> [String: ProgramUsage] {
        // Without a readable file nothing is known yet.
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return [:] }
        var known: [String: ProgramUsage] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, let time = Int(words[1]), let memory = Int(words[2]) else { continue }
            known[String(words[0])] = ProgramUsage(
                cpuTime: .microseconds(time), peakMemory: ByteCount(bytes: memory))
        }
        return known
    }

    private func write(_ known: [String: ProgramUsage]) {
        let text = known.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value.cpuTime.microseconds) \($0.value.peakMemory.bytes)\n" }.joined()
        // A full disk or a read-only cache must not cost the user his data set; it is only remembered no more.
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        forgetOldest()
    }

    private func forgetOldest() {
        // As above: nothing here may fail a build.
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.count > Self.capacity
        else { return }
        let dated = names.map { name -> (path: String, age: Int) in
            var status = stat()
            let path = folder + "/" + name
            return (path, stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0)
        }
        for old in dated.sorted(by: { $0.age < $1.age }).prefix(names.count - Self.capacity * 9 / 10) {
            unlink(old.path)
        }
    }
}
