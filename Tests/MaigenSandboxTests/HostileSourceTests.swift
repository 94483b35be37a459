import Foundation
import MaigenDomain
import Testing

@testable import MaigenSandbox

@Suite("Hostile sources", .timeLimit(.minutes(4)))
struct HostileSourceTests {
    private func compile(_ source: String, at station: Station) async throws -> CompileOutcome {
        try await Lab.shared.sandbox(station).compile(Compilation(source: source, standard: .cpp20))
    }

    @Test(
        "bring no file of the host's into the messages", arguments: Station.sharingFiles,
        [
            "includes_etc_passwd", "includes_etc_shadow", "includes_decoy", "embeds_etc_passwd", "embeds_etc_shadow",
            "embeds_decoy", "assembles_decoy", "depends_on_decoy", "includes_stdin", "includes_zero", "includes_random",
        ])
    func files(station: Station, name: String) async throws {
        let text = try Lab.source("Compile/\(name).cpp").replacing("DECOY", with: Lab.shared.decoy)
        let outcome = try await compile(text, at: station)
        switch outcome {
        case .success(let program):
            // Standard input is empty, not the server's: at the levels without mounts it can be included.
            #expect(name == "includes_stdin")
            let holdsSecret = try contains(program.executable, Lab.secret) || contains(program.executable, "root:")
            #expect(!holdsSecret)
        case .failure(let failure):
            #expect(!failure.diagnostics.contains(Lab.secret))
            #expect(!failure.diagnostics.contains("root:"))
        }
    }

    @Test("do not learn that a file exists", arguments: Station.sharingFiles.filter { $0.level != .landlock })
    func existence(station: Station) async throws {
        let text = try Lab.source("Compile/asks_for_decoy.cpp").replacing("DECOY", with: Lab.shared.decoy)
        guard case .success = try await compile(text, at: station) else {
            Issue.record("the decoy can be seen")
            return
        }
    }

    @Test(
        "that would fill a disk fail", arguments: Station.sharingFiles, ["big_array", "fills", "spaces", "repeats"])
    func size(station: Station, name: String) async throws {
        let outcome = try await compile(Lab.source("Compile/\(name).cpp"), at: station)
        guard case .failure = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test(
        "that would never end are stopped",
        arguments: [
            "nests_templates", "multiplies_templates", "loops_at_compile_time", "macro_bomb", "includes_itself",
        ])
    func time(name: String) async throws {
        let outcome = try await compile(Lab.source("Compile/\(name).cpp"), at: .home)
        guard case .failure(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        // Without a cgroup the compiler itself says that it is out of memory, as an ordinary error.
        let hasCgroup = try await Lab.shared.sandbox(.home).protection.protections.contains {
            $0.name == "cgroup" && $0.isPresent
        }
        if hasCgroup, ["macro_bomb", "includes_itself", "multiplies_templates"].contains(name) {
            #expect(failure.limit == .memoryLimit || failure.limit == .timeLimit, "\(failure)")
        }
    }

    @Test("nested deep are stopped")
    func parentheses() async throws {
        let depth = 200_000
        let nested = String(repeating: "(", count: depth) + "0" + String(repeating: ")", count: depth)
        let text = "int main() { return \(nested); }"
        guard case .failure = try await compile(text, at: .home) else {
            Issue.record("compiled")
            return
        }
    }

    @Test("with a message of megabytes leave 64 KiB of it")
    func longMessages() async throws {
        let text = "int main() { return " + String(repeating: "é", count: 1 << 20) + "; }"
        guard case .failure(let failure) = try await compile(text, at: .home) else {
            Issue.record("compiled")
            return
        }
        #expect(failure.diagnostics.utf8.count <= 64 << 10)
        #expect(failure.diagnostics.utf8.count > 60 << 10)
        #expect(failure.isTruncated)
        #expect(failure.limit == nil)
    }

    @Test("load no plug-in and name no output of their own", arguments: Station.sharingFiles)
    func plugins(station: Station) async throws {
        let outcome = try await compile(Lab.source("Compile/loads_plugin.cpp"), at: station)
        if case .success(let program) = outcome { #expect(access(program.executable, X_OK) == 0) }
        #expect(access("/tmp/evil.so", F_OK) != 0)
    }

    private func contains(_ path: String, _ text: String) throws -> Bool {
        try Data(contentsOf: URL(filePath: path)).range(of: Data(text.utf8)) != nil
    }
}
