import Foundation
import MaigenDomain
import Testing

@testable import MaigenSandbox

/// Each test has a sandbox of its own, so that the processes of its users are its own runs and nobody else's.
@Suite("The end of a run", .timeLimit(.minutes(4)))
struct EndOfRunTests {
    static let stations: [Station] = [.root, .rootThroughUserNamespace, .rootWithoutNamespaces]

    private func ownSandbox(_ station: Station) async throws -> Sandbox {
        try await Sandbox(configuration: Lab.shared.sandbox(station).configuration)
    }

    private var longRun: RunLimits {
        var limits = attackLimits
        limits.wall = .seconds(15)
        return limits
    }

    /// Starts a run that sleeps, waits until the program is there, and hands the helper's number to `body`.
    private func whileSleeping(
        _ sandbox: Sandbox, _ body: (Task<RunResult, any Error>, pid_t) async throws -> Void
    ) async throws {
        let output = sandbox.temporaryPath("out")
        let request = RunRequest(
            executable: try await Lab.shared.program("resources"), arguments: ["sleeps", output],
            standardOutput: output, limits: longRun)
        let run = Task { try await sandbox.run(request) }
        // The init process and the program.
        let isThere = try await eventually { processes(of: sandbox.users).count >= 2 }
        try #require(isThere)
        let helper = try #require(helpers(mentioning: output).min())
        try await body(run, helper)
    }

    private func helpers(mentioning word: String) -> [pid_t] {
        // Processes come and go while the list is read.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(pid_t.init).filter { number in
            let line = (try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8)) ?? ""
            return line.contains("jail") && line.contains(word)
        }
    }

    private func cgroups(of helper: pid_t) -> [String] {
        ["memory", "pids", "cpuacct", "unified"].flatMap { controller in
            let folder = "/sys/fs/cgroup/\(controller)/maigen"
            // Not every machine has them.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.hasSuffix("-\(helper)") }
        }
    }

    @Test("by cancelling its task leaves no process", arguments: stations)
    func cancel(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        try await whileSleeping(sandbox) { run, helper in
            run.cancel()
            let result = await run.result
            #expect(throws: SandboxFault.self) { try result.get() }
            if case .failure(let fault as SandboxFault) = result { #expect(fault.kind == .cancelled) }
            #expect(processes(of: sandbox.users).isEmpty)
            #expect(cgroups(of: helper).isEmpty)
        }
    }

    @Test("by SIGKILL to the helper leaves no process, and its cgroups are swept", arguments: stations)
    func kill(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        try await whileSleeping(sandbox) { run, helper in
            Glibc.kill(helper, SIGKILL)
            let result = await run.result
            if case .failure(let fault as SandboxFault) = result { #expect(fault.kind == .helper) }
            #expect(throws: SandboxFault.self) { try result.get() }
            let isQuiet = try await eventually { processes(of: sandbox.users).isEmpty }
            #expect(isQuiet, "\(processes(of: sandbox.users))")
            _ = try await HelperProcess.output(
                of: sandbox.configuration.helper, arguments: ["--sweep"], deadline: .seconds(20))
            #expect(cgroups(of: helper).isEmpty)
        }
    }

    @Test("by the death of the parent leaves no process", arguments: stations)
    func lifeline(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        let program = try await Lab.shared.program("resources")
        let user = try #require(sandbox.users.first)
        // The parent is a shell that holds the lifeline's other end; SIGKILL gives it no time for goodbyes.
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = [
            "-c",
            """
            exec 9> >(exec "$0" --level "$1" --lifeline-fd 0 --uid "$2" --gid "$2" --wall-ms 15000 --memory 67108864 \
            --exec "$3" -- program sleeps >/dev/null)
            read -r -t 30 line <&0
            """,
            sandbox.configuration.helper, station.level.rawValue, "\(user)", program,
        ]
        let silence = Pipe()
        shell.standardInput = silence
        try shell.run()
        let isThere = try await eventually { processes(of: [user]).count >= 2 }
        #expect(isThere)
        Glibc.kill(shell.processIdentifier, SIGKILL)
        shell.waitUntilExit()
        let isQuiet = try await eventually(.seconds(3)) { processes(of: [user]).isEmpty }
        #expect(isQuiet, "\(processes(of: [user]))")
    }

    @Test("of a compiler that is cancelled leaves no process", arguments: stations)
    func cancelCompiler(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        let source = try Lab.source("Compile/multiplies_templates.cpp")
        let run = Task { try await sandbox.compile(Compilation(source: source)) }
        let isThere = try await eventually { processes(of: sandbox.users).contains { $0.contains("cc1plus") } }
        #expect(isThere)
        run.cancel()
        let result = await run.result
        #expect(throws: SandboxFault.self) { try result.get() }
        let isQuiet = try await eventually { processes(of: sandbox.users).isEmpty }
        #expect(isQuiet, "\(processes(of: sandbox.users))")
    }

    @Test("a thousand times leaves no process, mount, cgroup or file")
    func thousandRuns() async throws {
        let sandbox = try await ownSandbox(.root)
        let program = try await Lab.shared.program("endings")
        let output = sandbox.temporaryPath("out")
        let request = RunRequest(
            executable: program, arguments: ["exit0"], standardOutput: output, limits: attackLimits,
            scratch: .kibibytes(64))
        let mounts = try String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        try await withThrowingTaskGroup(of: RunVerdict.self) { group in
            for _ in 0..<1000 { group.addTask { try await sandbox.run(request).verdict } }
            for try await verdict in group { #expect(verdict == .ok) }
        }
        #expect(processes(of: sandbox.users).isEmpty)
        #expect(try String(contentsOfFile: "/proc/self/mounts", encoding: .utf8) == mounts)
        unlink(output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.workDirectory) == ["lock"])
        // Other tests open and close descriptors meanwhile, but not a thousand.
        let now = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        #expect(now < descriptors + 100)
        let isClean = try await eventually { orphanedCgroups().isEmpty }
        #expect(isClean, "\(orphanedCgroups())")
    }

    /// Groups whose helper is gone. Those of the runs of other tests do not count: their helpers live.
    private func orphanedCgroups() -> [String] {
        // Not every machine has them.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/sys/fs/cgroup/memory/maigen")) ?? []
        return names.filter { name in
            guard name.hasPrefix("run-"), let helper = name.split(separator: "-").last.flatMap({ pid_t($0) }) else {
                return false
            }
            return Glibc.kill(helper, 0) != 0 && errno == ESRCH
        }
    }

    @Test("of a sandbox takes its folder along")
    func folder() async throws {
        let path = try await { try await ownSandbox(.root).workDirectory }()
        let isGone = try await eventually { access(path, F_OK) != 0 }
        #expect(isGone)
    }
}
