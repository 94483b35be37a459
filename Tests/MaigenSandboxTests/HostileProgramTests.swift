import Foundation
import MaigenDomain
import Testing

@testable import MaigenSandbox

/// One attack and what must come of it.
struct HostileCase: Sendable, CustomTestStringConvertible {
    var theme: String
    var words: [String]
    /// With a memory cgroup, and where it differs, without.
    var expected: [RunVerdict]
    var expectedWithoutCgroup: [RunVerdict]?
    /// Must stand in the output.
    var says: String?
    var limits = attackLimits
    var scratch: ByteCount?
    var check: @Sendable (Observation) -> Bool = { _ in true }

    var testDescription: String { words.joined(separator: " ") }
}

private func attack(
    _ theme: String, _ words: String, _ expected: RunVerdict..., without: [RunVerdict]? = nil, says: String? = nil,
    limits: RunLimits = attackLimits, scratch: ByteCount? = nil,
    check: @escaping @Sendable (Observation) -> Bool = { _ in true }
) -> HostileCase {
    HostileCase(
        theme: theme, words: words.split(separator: " ").map(String.init), expected: expected,
        expectedWithoutCgroup: without, says: says, limits: limits, scratch: scratch, check: check)
}

private var patient: RunLimits {
    var limits = attackLimits
    limits.cpu = .seconds(5)
    limits.wall = .seconds(20)
    return limits
}

private func isAccurate(_ observation: Observation) -> Bool {
    // Starting and ending a program is work too; other tests keep both CPUs busy meanwhile.
    (.milliseconds(500)...(.milliseconds(580))).contains(observation.result.cpuTime)
}

let endingCases: [HostileCase] = [
    attack("endings", "exit0", .ok),
    attack("endings", "exit7", .runtimeError(exitCode: 7)),
    attack("endings", "exit137", .runtimeError(exitCode: 137)),
    attack("endings", "exit255", .runtimeError(exitCode: 255)),
    attack("endings", "aborts", .signal(6)),
    attack("endings", "throws", .signal(6)),
    attack("endings", "segfault", .signal(11)),
    attack("endings", "divides_by_zero", .signal(8)),
    attack("endings", "illegal_instruction", .signal(4)),
    attack("endings", "kills_itself", .signal(9)),
    attack("endings", "terminates_itself", .signal(15)),
    attack("endings", "closes_streams", .ok),
]

let resourceCases: [HostileCase] = [
    attack("resources", "burns 500", .ok, limits: patient, check: isAccurate),
    attack("resources", "burns_in_system 500", .ok, limits: patient, check: isAccurate),
    attack("resources", "burns_in_threads 500", .ok, limits: patient, check: isAccurate),
    attack("resources", "burns_in_child 500", .securityViolation),
    attack("resources", "loops", .timeLimit, limits: timed) { observation in
        observation.result.cpuTime > .milliseconds(500) && observation.result.cpuTime < .milliseconds(600)
    },
    attack("resources", "sleeps", .wallTimeLimit, limits: brief) { observation in
        // It is stopped within milliseconds of 600; other tests keep both CPUs busy meanwhile.
        observation.result.cpuTime < .milliseconds(30)
            && (.milliseconds(600)...(.milliseconds(1200))).contains(observation.result.wallTime)
    },
    attack("resources", "sleeps_deaf", .wallTimeLimit, limits: brief),
    attack("resources", "stops_itself", .wallTimeLimit, limits: brief),
    attack("resources", "touches 200", .ok, limits: patient) { observation in
        (204_800...211_000).contains(observation.result.peakMemory.bytes >> 10)
    },
    attack("resources", "allocates_untouched 4096", .ok, without: [.runtimeError(exitCode: 1)]) {
        $0.result.peakMemory < .mebibytes(8)
    },
    attack("resources", "reserves_vector 1024", .ok, without: [.signal(6)]),
    attack(
        "resources", "memory_bomb", .memoryLimit, without: [.memoryLimit, .runtimeError(exitCode: 1)], limits: patient),
    attack("resources", "new_bomb", .memoryLimit, without: [.memoryLimit, .signal(6)], limits: patient),
    attack("resources", "shared_memory_bomb", .memoryLimit, without: [.runtimeError(exitCode: 1)], limits: patient),
    attack("resources", "page_table_bomb", .memoryLimit, without: [.runtimeError(exitCode: 1)], limits: patient),
    attack("resources", "memory_file_bomb", .securityViolation),
    attack("resources", "recurses 64", .ok, limits: patient),
    attack("resources", "recurses 200", .ok, limits: patient),
    attack(
        "resources", "recurses_for_ever", .memoryLimit, .signal(11), without: [.memoryLimit, .signal(11)],
        limits: patient),
    attack("resources", "floods_output", .outputLimit) { $0.outputSize == 16 << 20 },
    attack("resources", "floods_errors", .outputLimit),
    attack("resources", "floods_deaf", .outputLimit) { $0.outputSize == 16 << 20 },
    attack("resources", "makes_sparse_file", .outputLimit),
    attack("resources", "writes_much 15", .ok, limits: small) { $0.outputSize == 15 << 20 },
    attack("resources", "fork_bomb", .securityViolation),
    attack("resources", "leaves_daemon", .securityViolation),
    attack("resources", "calls_system", .securityViolation),
    attack("resources", "thread_bomb", .ok, says: "blocked after"),
    attack("resources", "uses_threads", .ok, says: "1998000"),
]

private var timed: RunLimits {
    var limits = attackLimits
    limits.cpu = .milliseconds(500)
    limits.wall = .seconds(10)
    return limits
}

private var brief: RunLimits {
    var limits = attackLimits
    limits.wall = .milliseconds(600)
    return limits
}

/// Less memory than output: what a program writes to a disk is not its memory.
private var small: RunLimits {
    var limits = patient
    limits.memory = .mebibytes(12)
    return limits
}

let escapeCases: [HostileCase] =
    [
        "opens_udp", "opens_netlink", "opens_vsock", "opens_alg", "opens_socketpair", "unshares", "clones_namespace",
        "clones_process", "mounts", "unmounts", "changes_root", "sets_user", "uses_bpf", "uses_io_uring", "uses_keyctl",
        "uses_userfaultfd", "uses_perf", "changes_personality", "makes_shared_memory", "opens_by_handle", "opens_pidfd",
    ].map { attack("escapes", $0, .securityViolation) } + otherDoors

#if arch(x86_64)
    private let otherDoors = ["calls_32_bit", "calls_x32"].map { attack("escapes", $0, .securityViolation) }
#else
    private let otherDoors: [HostileCase] = []
#endif

let snoopingCases: [HostileCase] = [
    attack("snooping", "lists_folders", .ok),
    attack("snooping", "writes_files", .ok),
    attack("snooping", "makes_device", .securityViolation),
    attack("snooping", "sees_secrets", .ok),
    attack("snooping", "finds_descriptors", .ok),
    attack("snooping", "locks_input", .ok),
    attack("snooping", "kills_everybody", .ok),
    attack("snooping", "runs_shell", .ok),
]

@Suite("Hostile programs", .timeLimit(.minutes(4)))
struct HostileProgramTests {
    @Test("end in the one verdict that is true of them", arguments: Station.allCases, endingCases)
    func endings(station: Station, hostile: HostileCase) async throws {
        try await check(station, hostile)
    }

    @Test("cannot take more than they are given", .serialized, arguments: Station.allCases, resourceCases)
    func resources(station: Station, hostile: HostileCase) async throws {
        try await check(station, hostile)
    }

    @Test("are killed when they make a call that no honest program makes", arguments: Station.allCases, escapeCases)
    func escape(station: Station, hostile: HostileCase) async throws {
        try await check(station, hostile)
    }

    @Test("find nothing that is not theirs", arguments: Station.allCases, snoopingCases)
    func snoop(station: Station, hostile: HostileCase) async throws {
        setenv("MAIGEN_SECRET", Lab.secret, 1)
        // Open, and not closed by exec: what this process holds must not reach a program.
        let held = open(Lab.shared.decoy, O_RDONLY)
        defer { close(held) }
        try await check(station, hostile)
    }

    private func check(_ station: Station, _ hostile: HostileCase) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let seen = try await observe(
            hostile.theme, hostile.words, on: sandbox, limits: hostile.limits, scratch: hostile.scratch)
        let hasCgroup = sandbox.protection.protections.contains { $0.name == "cgroup" && $0.isPresent }
        let expected = hasCgroup ? hostile.expected : hostile.expectedWithoutCgroup ?? hostile.expected
        #expect(expected.contains(seen.result.verdict), "\(seen.result) \(seen.output.prefix(300))")
        #expect(seen.holes.isEmpty)
        if let says = hostile.says { #expect(seen.output.contains(says), "\(seen.output.prefix(300))") }
        if hasCgroup { #expect(hostile.check(seen), "\(seen.result), \(seen.outputSize) bytes") }
    }

    @Test("read no file of the host's", arguments: Station.allCases)
    func reads(station: Station) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let seen = try await observe("snooping", ["reads_files", Lab.shared.decoy, #filePath], on: sandbox)
        #expect(seen.result.verdict == .ok)
        #expect(seen.holes.isEmpty)
        #expect(seen.output.contains("blocked \(Lab.shared.decoy)"))
    }

    @Test("reach no listener on the host", arguments: Station.allCases)
    func listeners(station: Station) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let listener = try Listener()
        defer { listener.close() }
        let loopback = try await observe("escapes", ["connects", "\(listener.port)"], on: sandbox)
        #expect(loopback.result.verdict == .securityViolation)
        let abstract = try await observe("escapes", ["connects_abstract", listener.name], on: sandbox)
        #expect(abstract.result.verdict == .securityViolation)
        #expect(!listener.wasReached)
    }

    @Test("do no harm to processes of their own user", arguments: Station.allCases)
    func victims(station: Station) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let users = station.isOrdinary && geteuid() == 0 ? [Station.ordinaryNumber] : sandbox.users.sorted()
        let victims = try users.map { try Victim(user: $0) }
        defer { for victim in victims { victim.end() } }
        let numbers = victims.map { "\($0.process)" }
        let killing = try await observe("snooping", ["kills_victims"] + numbers, on: sandbox)
        #expect(killing.holes.isEmpty)
        let slowing = try await observe("snooping", ["changes_priorities"] + numbers, on: sandbox)
        #expect(slowing.holes.isEmpty)
        for number in numbers {
            let tracing = try await observe("snooping", ["traces_victims", number], on: sandbox)
            #expect(tracing.result.verdict == .securityViolation)
            let reading = try await observe("snooping", ["reads_victims", number], on: sandbox)
            #expect(reading.result.verdict == .securityViolation)
        }
        let survivors = victims.filter { $0.isAlive }
        #expect(survivors.count == victims.count)
    }
}

extension Sandbox {
    /// The users that its programs run as.
    var users: Set<uid_t> { geteuid() == 0 ? Set(slotNumberList.map { uid_t(60000 + $0) }) : [geteuid()] }
}
