import Foundation
import MaigenDomain
import Synchronization
import Testing

@testable import MaigenSandbox

/// A way of running the sandbox that this machine may or may not offer.
enum Station: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case root
    case rootWithoutCgroup
    case rootThroughUserNamespace
    case ordinaryUser
    case rootWithoutNamespaces
    case ordinaryUserWithoutNamespaces

    var testDescription: String { rawValue }

    var level: ProtectionReport.Level {
        switch self {
        case .root, .rootWithoutCgroup: .namespaces
        case .rootThroughUserNamespace, .ordinaryUser: .userNamespaces
        case .rootWithoutNamespaces, .ordinaryUserWithoutNamespaces: .landlock
        }
    }

    /// Whether the helper runs as another user than this process.
    var isOrdinary: Bool { self == .ordinaryUser || self == .ordinaryUserWithoutNamespaces }

    /// The strongest for whoever runs the tests.
    static let home: Station = geteuid() == 0 ? .root : .ordinaryUser

    /// One for each level at which this process can hand files to the helper.
    static let sharingFiles: [Station] =
        geteuid() == 0
        ? [.root, .rootThroughUserNamespace, .rootWithoutNamespaces] : [.ordinaryUser, .ordinaryUserWithoutNamespaces]

    /// The user whose processes the programs are, where it is not the sandbox's own.
    static let ordinaryNumber: uid_t = 61234
}

/// What the tests share: the hostile programs, compiled once, and one sandbox for each station.
actor Lab {
    static let shared = Lab()

    /// A folder that everybody can use; the ordinary user's outputs go there.
    nonisolated let folder: String
    /// A secret that no program may find.
    nonisolated let decoy: String
    static let secret = "MAIGEN-DECOY-1f3a9c"

    private var sandboxes: [Station: Task<Result<Sandbox, SandboxFault>, Never>] = [:]
    private var programs: [String: Task<Result<String, SandboxFault>, Never>] = [:]

    private init() {
        var template = Array("/var/tmp/maigen-sandbox-tests-XXXXXX".utf8CString)
        folder = mkdtemp(&template).map { String(cString: $0) } ?? "/var/tmp"
        chmod(folder, 0o777)
        decoy = "\(folder)/decoy"
        // Nothing to test without them: the tests that need the file fail.
        try? Lab.secret.write(toFile: decoy, atomically: false, encoding: .utf8)
        chmod(decoy, 0o644)
        let folder = self.folder
        Lab.folderToRemove.withLock { $0 = folder }
        atexit { Lab.folderToRemove.withLock { Folder.remove($0) } }
    }

    private static let folderToRemove = Mutex("")

    /// The sandbox of a station.
    ///
    /// - Throws: cancels the test, loudly, where the machine does not offer the station.
    func sandbox(_ station: Station) async throws -> Sandbox {
        if station != .ordinaryUser, station != .ordinaryUserWithoutNamespaces, geteuid() != 0 {
            try Test.cancel("SKIP \(station.rawValue): the tests do not run as root")
        }
        let task = sandboxes[station] ?? Task { await Self.make(station, folder: folder) }
        sandboxes[station] = task
        switch await task.value {
        case .success(let sandbox): return sandbox
        case .failure(let fault) where fault.kind == .unprotected:
            try Test.cancel("SKIP \(station.rawValue): \(fault.detail)")
        case .failure(let fault): throw fault
        }
    }

    private static func make(_ station: Station, folder: String) async -> Result<Sandbox, SandboxFault> {
        do throws(SandboxFault) {
            var configuration = try SandboxConfiguration.standard(above: #filePath)
            configuration.level = station.level
            configuration.jobs = 2
            configuration.cacheDirectory = "\(folder)/cache"
            configuration.precompilesHeaders = false
            // Enough for the attacks' own programs, and not for those that attack the compiler.
            configuration.compilerLimits = RunLimits(
                cpu: .seconds(8), wall: .seconds(200), memory: .mebibytes(512), output: .mebibytes(32), processes: 24)
            var words: [String] = []
            if station.isOrdinary, geteuid() == 0 {
                let user = Station.ordinaryNumber
                words = ["/usr/bin/setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups"]
            }
            words.append(configuration.helper)
            if station == .rootWithoutCgroup { words += ["--cgroup", "none"] }
            if words.count > 1 {
                configuration.helper = "\(folder)/jail-\(station.rawValue)"
                try Folder.write("#!/bin/sh\nexec \(words.joined(separator: " ")) \"$@\"\n", to: configuration.helper)
                chmod(configuration.helper, 0o755)
            }
            return .success(try await Sandbox(configuration: configuration))
        } catch {
            return .failure(error)
        }
    }

    /// The compiled programs of one file of the folder Hostile.
    func program(_ theme: String) async throws -> String {
        let sandbox = try await sandbox(.home)
        let folder = self.folder
        let task =
            programs[theme]
            ?? Task { () async -> Result<String, SandboxFault> in
                do throws(SandboxFault) {
                    let attacks = try Self.source("\(theme).cpp")
                    let source = try Self.source("harness.h") + "\n#line 1 \"\(theme).cpp\"\n" + attacks
                    let outcome = try await sandbox.compile(Compilation(source: source))
                    guard case .success(let program) = outcome else { throw .helper("\(theme): \(outcome)") }
                    let path = "\(folder)/\(theme)"
                    try Folder.share(program.executable, as: path)
                    return .success(path)
                } catch {
                    return .failure(error)
                }
            }
        programs[theme] = task
        return try await task.value.get()
    }

    /// The text of a file of the folder Hostile.
    nonisolated static func source(_ name: String) throws(SandboxFault) -> String {
        let path = "\((#filePath as NSString).deletingLastPathComponent)/Hostile/\(name)"
        return String(decoding: try Folder.read(path, limit: 1 << 20).bytes, as: UTF8.self)
    }

    /// A path that nothing has used.
    nonisolated func path(_ name: String) -> String {
        "\(folder)/\(UUID().uuidString)-\(name)"
    }
}

/// What an attack did: its verdict and its words.
struct Observation: Sendable {
    var result: RunResult
    var output: String
    var outputSize: Int
    var holes: [Substring] { output.split(separator: "\n").filter { $0.hasPrefix("BREACH") } }
}

/// Limits for attacks: small enough that a test is quick.
let attackLimits = RunLimits(
    cpu: .seconds(1), wall: .milliseconds(2500), memory: .mebibytes(256), output: .mebibytes(16), processes: 32)

/// Runs one attack of one theme.
func observe(
    _ theme: String, _ words: [String], on sandbox: Sandbox, limits: RunLimits = attackLimits, input: String? = nil,
    scratch: ByteCount? = nil, put: [PlacedFile] = [], take: [TakenFile] = []
) async throws -> Observation {
    let program = try await Lab.shared.program(theme)
    let output = Lab.shared.path("out")
    let errors = Lab.shared.path("err")
    defer {
        unlink(output)
        unlink(errors)
    }
    let result = try await sandbox.run(
        RunRequest(
            executable: program, arguments: words, standardInput: input, standardOutput: output,
            standardError: errors, limits: limits, scratch: scratch, put: put, take: take))
    var status = stat()
    stat(output, &status)
    let (bytes, _) = try Folder.read(output, limit: 1 << 20)
    return Observation(
        result: result, output: String(decoding: bytes, as: UTF8.self), outputSize: Int(status.st_size))
}

/// The processes of these users: number and command.
func processes(of users: Set<uid_t>) -> [String] {
    // Without /proc there is nothing to look at, and the tests that ask for it fail elsewhere.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { name in
        var status = stat()
        guard Int(name) != nil, lstat("/proc/\(name)", &status) == 0, users.contains(status.st_uid) else { return nil }
        // A process may end between the two looks.
        let state = (try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8)) ?? ""
        return state.contains(") Z ") ? nil : "\(name) \(state.prefix(40))"
    }
}

/// Waits until `condition` holds, at most `limit`; whether it did.
func eventually(_ limit: Duration = .seconds(5), _ condition: () -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + limit
    while !condition() {
        if ContinuousClock.now > end { return false }
        try await Task.sleep(for: .milliseconds(10))
    }
    return true
}
