import Foundation
import MaigenDomain

/// The line of JSON that `jail` prints after a run.
struct HelperReport: Decodable {
    var verdict: String
    var error: String?
    var exitCode: Int?
    var signal: Int?
    var cpuUs: Int?
    var wallUs: Int?
    var peakBytes: Int?
    var taken: [Int]?
    var level: String?
    var cgroup: String?
    var memoryCgroup: Bool?
    var landlock: Int?
    var seccomp: Bool?
    var ownUid: Bool?

    /// Reads the helper's output.
    init(_ output: [UInt8]) throws(SandboxFault) {
        do {
            self = try JSONDecoder.helper.decode(HelperReport.self, from: Data(output))
        } catch {
            throw .helper("unreadable answer: \(String(decoding: output.prefix(200), as: UTF8.self))")
        }
    }

    /// What the program did.
    ///
    /// - Throws: `.helper` or `.request` where the sandbox itself failed.
    func result() throws(SandboxFault) -> RunResult {
        RunResult(
            verdict: try runVerdict(), cpuTime: .microseconds(cpuUs ?? 0), wallTime: .microseconds(wallUs ?? 0),
            peakMemory: ByteCount(bytes: peakBytes ?? 0),
            taken: (taken ?? []).map { $0 < 0 ? nil : ByteCount(bytes: $0) })
    }

    private func runVerdict() throws(SandboxFault) -> RunVerdict {
        switch verdict {
        case "OK": return .ok
        case "RE": return .runtimeError(exitCode: exitCode ?? 1)
        case "SIG": return .signal(signal ?? 0)
        case "TLE": return .timeLimit
        case "WTLE": return .wallTimeLimit
        case "MLE": return .memoryLimit
        case "OLE": return .outputLimit
        case "SV": return .securityViolation
        case "IE" where error == "cancelled": throw .cancelled()
        case "IE" where error?.hasPrefix("cannot open") == true: throw .request(error ?? "")
        default: throw .helper(error ?? "verdict \(verdict)")
        }
    }
}

/// What `jail --probe` prints.
struct HelperProbe: Decodable {
    struct Level: Decodable {
        var level: String
        var works: Bool
        var report: HelperReport?
    }

    var levels: [Level]

    /// Runs the probe of `helper`.
    static func run(_ helper: String) async throws(SandboxFault) -> HelperProbe {
        let output = try await HelperProcess.output(of: helper, arguments: ["--probe"], deadline: .seconds(60))
        do {
            return try JSONDecoder.helper.decode(HelperProbe.self, from: Data(output))
        } catch {
            throw .helper("unreadable probe: \(String(decoding: output.prefix(200), as: UTF8.self))")
        }
    }
}

extension JSONDecoder {
    /// Reads the helper's names, which are C's.
    static var helper: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }
}
