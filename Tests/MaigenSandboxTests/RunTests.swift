import Foundation
import MaigenDomain
import Testing

@testable import MaigenSandbox

@Suite("Runs", .timeLimit(.minutes(4)))
struct RunTests {
    @Test("read standard input and write standard output", arguments: Station.allCases)
    func streams(station: Station) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let input = Lab.shared.path("numbers")
        try "1 2 39".write(toFile: input, atomically: false, encoding: .utf8)
        let seen = try await observe("endings", ["sums_input"], on: sandbox, input: input)
        #expect(seen.output == "42\n")
        #expect(seen.result.verdict == .ok)
    }

    @Test("see the fixed environment and what they were given, nothing of the server's")
    func environment() async throws {
        let sandbox = try await Lab.shared.sandbox(.home)
        setenv("MAIGEN_SECRET", Lab.secret, 1)
        let output = Lab.shared.path("out")
        var request = RunRequest(
            executable: try await Lab.shared.program("endings"), arguments: ["writes_environment"],
            standardOutput: output, limits: attackLimits)
        request.environment = ["SEED": "7"]
        _ = try await sandbox.run(request)
        let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").sorted()
        #expect(lines == ["HOME=/", "LANG=C", "PATH=/usr/bin:/bin", "SEED=7"])
    }

    /// At the levels without mounts the scratch directory must belong to the helper's user.
    static let withScratch: [Station] = [
        .root, .rootWithoutCgroup, .rootThroughUserNamespace, .ordinaryUser, .rootWithoutNamespaces,
    ]

    @Test("find the files put into their scratch directory, and leave files to be taken", arguments: withScratch)
    func scratch(station: Station) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let source = Lab.shared.path("in")
        try "21".write(toFile: source, atomically: false, encoding: .utf8)
        let taken = Lab.shared.path("taken")
        let absent = Lab.shared.path("absent")
        for _ in 0..<2 {
            let seen = try await observe(
                "endings", ["copies_in_scratch"], on: sandbox, scratch: .mebibytes(1),
                put: [PlacedFile(source: source, name: "in")],
                take: [
                    TakenFile(name: "out", destination: taken, limit: .kibibytes(1)),
                    TakenFile(name: "missing", destination: absent, limit: .kibibytes(1)),
                ])
            #expect(seen.result.verdict == .ok)
            #expect(seen.result.taken == [ByteCount(bytes: 3), nil])
            #expect(try String(contentsOfFile: taken, encoding: .utf8) == "42\n")
            // The ordinary user's helper cannot be made to clean up by us; its folder is not ours.
            #expect(access(absent, F_OK) != 0)
        }
    }

    @Test(
        "that leave anything but a plain file of their own have nothing taken", arguments: withScratch,
        ["leaves_symlink", "leaves_hardlink", "leaves_fifo", "leaves_folder", "leaves_too_much", "leaves_unreadable"])
    func unfit(station: Station, attack: String) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let taken = Lab.shared.path("taken")
        let seen = try await observe(
            "snooping", [attack, Lab.shared.decoy], on: sandbox, scratch: .mebibytes(4),
            take: [TakenFile(name: "out", destination: taken, limit: .kibibytes(64))])
        #expect(seen.holes.isEmpty)
        #expect(seen.result.taken == [nil])
        #expect(access(taken, F_OK) != 0)
        #expect(try String(contentsOfFile: Lab.shared.decoy, encoding: .utf8) == Lab.secret)
    }

    @Test(
        "cannot fill a scratch directory with files", arguments: Station.sharingFiles.filter { $0.level != .landlock })
    func files(station: Station) async throws {
        let sandbox = try await Lab.shared.sandbox(station)
        let seen = try await observe("resources", ["floods_files"], on: sandbox, scratch: .mebibytes(1))
        #expect(seen.output.hasPrefix("blocked after"), "\(seen)")
    }

    @Test("are not started by way of a link, a pipe or a missing file")
    func requests() async throws {
        let sandbox = try await Lab.shared.sandbox(.home)
        let program = try await Lab.shared.program("endings")
        let link = Lab.shared.path("link")
        try #require(symlink(Lab.shared.decoy, link) == 0)
        let fifo = Lab.shared.path("fifo")
        try #require(mkfifo(fifo, 0o600) == 0)
        let output = Lab.shared.path("out")
        for input in [link, fifo, "/nowhere"] {
            await #expect(throws: SandboxFault.self) {
                try await sandbox.run(
                    RunRequest(executable: program, standardInput: input, standardOutput: output, limits: attackLimits))
            }
        }
        await #expect(throws: SandboxFault.self) {
            try await sandbox.run(RunRequest(executable: program, standardOutput: link, limits: attackLimits))
        }
        #expect(try String(contentsOfFile: Lab.shared.decoy, encoding: .utf8) == Lab.secret)
    }

    @Test("report memory truly however large this process is")
    func fatParent() async throws {
        let sandbox = try await Lab.shared.sandbox(.home)
        let ballast = UnsafeMutableRawPointer.allocate(byteCount: 500 << 20, alignment: 4096)
        defer { ballast.deallocate() }
        memset(ballast, 1, 500 << 20)
        let seen = try await observe("endings", ["exit0"], on: sandbox)
        #expect(seen.result.peakMemory < .mebibytes(3))
        #expect(seen.result.verdict == .ok)
    }

    @Test("come one after another when there is one slot, in the order they were asked for")
    func order() async throws {
        let queue = SlotQueue([5])
        let order = Journal()
        try await queue.withSlot { (_) async throws(SandboxFault) in
            let tasks = (0..<5).map { number in
                Task { try await queue.withSlot { (slot) async throws(SandboxFault) in await order.add(number, slot) } }
            }
            // They line up one by one.
            for _ in 0..<200 where queue.waiting < tasks.count { await Task.yield() }
            tasks[2].cancel()
            _ = tasks
        }
        let arrived = try await eventuallyAsync { await order.numbers.count == 4 }
        #expect(arrived)
        #expect(await order.numbers.contains(2) == false)
        #expect(await order.slots == [Slot(number: 5)])
    }
}

private actor Journal {
    var numbers: [Int] = []
    var slots: Set<Slot> = []
    func add(_ number: Int, _ slot: Slot) {
        numbers.append(number)
        slots.insert(slot)
    }
}

func eventuallyAsync(_ condition: () async -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(5)
    while await !condition() {
        if ContinuousClock.now > end { return false }
        try await Task.sleep(for: .milliseconds(10))
    }
    return true
}
