import Foundation
import MaigenDomain
import Testing

@testable import MaigenSandbox

@Suite("Protection")
struct ProtectionTests {
    private func probe(_ working: [String]) -> HelperProbe {
        let levels = ["root", "userns", "landlock", "none"].map { name in
            let isWorking = working.contains(name)
            let text =
                isWorking
                ? #"{"verdict":"OK","landlock":4,"seccomp":true,"cgroup":"v2","memory_cgroup":true,"own_uid":false}"#
                : #"{"verdict":"IE","error":"not permitted"}"#
            return #"{"level":"\#(name)","works":\#(isWorking),"report":\#(text)}"#
        }
        // The text above is right by construction.
        return try! JSONDecoder.helper.decode(
            HelperProbe.self, from: Data(#"{"levels":[\#(levels.joined(separator: ","))]}"#.utf8))
    }

    @Test("is the strongest that works")
    func strongest() throws {
        let report = try ProtectionReport(probe(["userns", "landlock", "none"]), forced: nil, allowUnprotected: false)
        #expect(report.level == .userNamespaces)
        #expect(report.isSafe)
        #expect(report.refusals == ["root: not permitted"])
        #expect(report.protections.first { $0.name == "cgroup" }?.isPresent == true)
        #expect(report.protections.first { $0.name == "uid" }?.isPresent == false)
        for protection in report.protections {
            #expect(!protection.text[.chinese].isEmpty && !protection.text[.english].isEmpty)
        }
    }

    @Test("must exist, unless its absence was allowed")
    func absence() throws {
        let nothing = probe(["none"])
        let fault = #expect(throws: SandboxFault.self) {
            try ProtectionReport(nothing, forced: nil, allowUnprotected: false)
        }
        #expect(fault?.kind == .unprotected)
        #expect(fault?.message[.english].contains("sysctl") == true)
        let report = try ProtectionReport(nothing, forced: nil, allowUnprotected: true)
        #expect(report.level == .none)
        #expect(!report.isSafe)
    }

    @Test("is found on this machine by running a program")
    func here() async throws {
        let sandbox = try await Lab.shared.sandbox(.home)
        #expect(sandbox.protection.isSafe)
        #expect(sandbox.protection.protections.contains { $0.name == "seccomp" && $0.isPresent })
    }

    @Test("without a helper is refused with a hint")
    func missingHelper() async throws {
        let fault = await #expect(throws: SandboxFault.self) {
            try await Sandbox(
                configuration: SandboxConfiguration(
                    helper: "/nowhere/jail", testlib: nil, cacheDirectory: "/nowhere", workDirectory: "/nowhere"))
        }
        #expect(fault?.kind == .missing)
        #expect(fault?.message[.english].contains("build-jail") == true)
    }
}
