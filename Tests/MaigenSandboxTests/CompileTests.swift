import Foundation
import MaigenDomain
import Testing

@testable import MaigenSandbox

@Suite("Compilations", .timeLimit(.minutes(4)))
struct CompileTests {
    private func ownSandbox(
        _ station: Station, change: (inout SandboxConfiguration) -> Void = { _ in }
    ) async throws -> Sandbox {
        var configuration = try await Lab.shared.sandbox(station).configuration
        configuration.cacheDirectory = Lab.shared.path("cache")
        configuration.jobs = 1
        change(&configuration)
        return try await Sandbox(configuration: configuration)
    }

    private func program(_ outcome: CompileOutcome) throws -> CompiledProgram {
        guard case .success(let program) = outcome else { throw SandboxFault.helper("\(outcome)") }
        return program
    }

    private func run(_ program: CompiledProgram, on sandbox: Sandbox, _ arguments: [String] = []) async throws -> String
    {
        let output = sandbox.temporaryPath("out")
        let result = try await sandbox.run(
            RunRequest(
                executable: program.executable, arguments: arguments, standardOutput: output, limits: attackLimits))
        #expect(result.verdict == .ok)
        return try String(contentsOfFile: output, encoding: .utf8)
    }

    @Test("give a program that runs, and the second time give it from the cache", arguments: Station.sharingFiles)
    func cache(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        let compilation = Compilation(source: "#include <cstdio>\nint main() { puts(\"hello\"); }\n")
        let first = try program(try await sandbox.compile(compilation))
        #expect(!first.fromCache)
        #expect(first.cpuTime > .zero)
        #expect(try await run(first, on: sandbox) == "hello\n")
        let second = try program(try await sandbox.compile(compilation))
        #expect(second.fromCache)
        #expect(second.cpuTime == .zero)
        #expect(second.fingerprint == first.fingerprint)
        // Another process with the same cache.
        let other = try await Sandbox(configuration: sandbox.configuration)
        let third = try program(try await other.compile(compilation))
        #expect(third.fromCache)
        #expect(try await run(third, on: other) == "hello\n")
    }

    @Test("of different dialects, sources or instruments have different fingerprints")
    func fingerprints() async throws {
        let sandbox = try await ownSandbox(.home)
        let variants = [
            Compilation(source: "int main() {}"), Compilation(source: "int main() { }"),
            Compilation(source: "int main() {}", standard: .cpp20),
            Compilation(source: "int main() {}", instrumentation: .coverage),
            Compilation(source: "int main() {}", headers: .testlib),
        ]
        var fingerprints: Set<String> = []
        for variant in variants { fingerprints.insert(try program(try await sandbox.compile(variant)).fingerprint) }
        #expect(fingerprints.count == variants.count)
    }

    @Test("of the same source give the same bytes, and no trace of this machine's folders")
    func determinism() async throws {
        let source = "#include <cstdio>\n#include <cassert>\nint main() { puts(__FILE__); assert(true); }\n"
        var contents: Set<Data> = []
        for _ in 0..<2 {
            let sandbox = try await ownSandbox(.home)
            let program = try program(try await sandbox.compile(Compilation(source: source)))
            #expect(try await run(program, on: sandbox) == "program.cpp\n")
            let bytes = try Data(contentsOf: URL(filePath: program.executable))
            #expect(bytes.range(of: Data(sandbox.workDirectory.utf8)) == nil)
            contents.insert(bytes)
        }
        #expect(contents.count == 1)
    }

    @Test("of a wrong source say what is wrong and where", arguments: Station.sharingFiles)
    func errors(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        let outcome = try await sandbox.compile(Compilation(source: "int main() { return nothing; }"))
        guard case .failure(let failure) = outcome else {
            Issue.record("compiled")
            return
        }
        #expect(failure.diagnostics.hasPrefix("program.cpp: In function"))
        #expect(failure.diagnostics.contains("nothing"))
        #expect(failure.limit == nil)
        #expect(!failure.isTruncated)
    }

    @Test("find testlib.h only where it was asked for", arguments: Station.sharingFiles)
    func testlib(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        try #require(sandbox.configuration.testlib != nil, "testlib.h is not there: run scripts/setup")
        let source = """
            #include "testlib.h"
            int main(int count, char **words) { registerGen(count, words, 1); println(rnd.next(1, 1000000)); }
            """
        let program = try program(try await sandbox.compile(Compilation(source: source, headers: .testlib)))
        let first = try await run(program, on: sandbox, ["7"])
        #expect(try await run(program, on: sandbox, ["7"]) == first)
        guard case .failure(let failure) = try await sandbox.compile(Compilation(source: source)) else {
            Issue.record("found")
            return
        }
        #expect(failure.diagnostics.contains("testlib.h"))
    }

    @Test("keep the cache within its bound, and what was handed out stays")
    func bound() async throws {
        let sandbox = try await ownSandbox(.home) { $0.cacheLimit = .kibibytes(2500) }
        let sources = (0..<4).map { "#include <cstdio>\nint main() { puts(\"\($0)\"); }\n" }
        var programs: [CompiledProgram] = []
        for source in sources { programs.append(try program(try await sandbox.compile(Compilation(source: source)))) }
        let again = try program(try await sandbox.compile(Compilation(source: sources[0])))
        #expect(!again.fromCache)
        for (index, program) in programs.enumerated() { #expect(try await run(program, on: sandbox) == "\(index)\n") }
    }

    @Test(
        "with precompiled headers are faster and give the same program",
        arguments: [Compilation.Headers.standard, .testlib])
    func precompiledHeaders(headers: Compilation.Headers) async throws {
        let plain = try await ownSandbox(.home)
        let prepared = try await ownSandbox(.home)
        let include = headers == .testlib ? "#include \"testlib.h\"" : "#include <bits/stdc++.h>"
        // testlib.h wants to be told what it is for before the program ends.
        let begin = headers == .testlib ? "registerGen(count, words, 1);" : ""
        let source = """
            \(include)
            int main(int count, char **words) {
                \(begin)
                std::vector<int> v{3, 1, 2};
                std::sort(v.begin(), v.end());
                printf("%d\\n", v[0]);
            }

            """
        let compilation = Compilation(source: source, headers: headers)
        let slow = try program(try await plain.compile(compilation))
        #expect(try await prepared.prepareHeaders(for: compilation))
        let quick = try program(try await prepared.compile(compilation))
        #expect(quick.fingerprint == slow.fingerprint)
        // Most of the work on testlib.h is its functions' code, which every program needs anew.
        if headers == .standard {
            #expect(quick.cpuTime < slow.cpuTime * 0.8, "\(quick.cpuTime) against \(slow.cpuTime)")
        }
        #expect(try await takesUpPrecompiledHeader(compilation, on: prepared))
        #expect(try await run(quick, on: prepared) == "1\n")
    }

    /// What the compiler itself says: with -H it marks a precompiled header that it took up with an exclamation mark.
    private func takesUpPrecompiledHeader(_ compilation: Compilation, on sandbox: Sandbox) async throws -> Bool {
        let compiler = try await sandbox.compiler.compiler(identify: sandbox.identify)
        let key = sandbox.headerKey(compilation, compiler: compiler, testlib: try sandbox.testlibHash(compilation))
        let source = sandbox.temporaryPath("source")
        try compilation.source.write(toFile: source, atomically: false, encoding: .utf8)
        let messages = sandbox.temporaryPath("messages")
        _ = try await sandbox.runTool(
            compiler.path,
            compilation.flags + ["-H", "-I", CompileNames.headers, "-o", CompileNames.program, CompileNames.source],
            limits: .compiler, folders: [(try #require(sandbox.headers.find(key)), CompileNames.headers)],
            put: [PlacedFile(source: source, name: CompileNames.source)], error: messages)
        return try String(contentsOfFile: messages, encoding: .utf8).hasPrefix("! \(CompileNames.headers)/")
    }

    @Test("with precompiled headers mean the same whatever stands before the include")
    func meaning() async throws {
        let prepared = try await ownSandbox(.home)
        try await prepared.prepareHeaders(for: Compilation(source: ""))
        let sources = [
            "#define NDEBUG\n#include <bits/stdc++.h>\nint main() { assert(false); puts(\"quiet\"); }\n": "quiet\n",
            "#pragma GCC target(\"avx2\")\n#include <bits/stdc++.h>\n#include <immintrin.h>\nint main() { puts(\"simd\"); }\n":
                "simd\n",
            "#include <cstdio>\n#include <bits/stdc++.h>\nint main() { puts(\"late\"); }\n": "late\n",
        ]
        for (source, output) in sources {
            let program = try program(try await prepared.compile(Compilation(source: source)))
            #expect(try await run(program, on: prepared) == output)
        }
    }

    @Test("for coverage tell which lines a run reached", arguments: Station.sharingFiles)
    func coverage(station: Station) async throws {
        let sandbox = try await ownSandbox(station)
        let source = """
            #include <cstdio>
            int main(int count, char **) {
                if (count > 1) puts("many");
                else
                    puts("one");
                return 0;
            }
            """
        let program = try program(
            try await sandbox.compile(Compilation(source: source, instrumentation: .coverage)))
        let notes = try #require(program.coverageNotes)
        for (arguments, reached, missed) in [([], 5, 3), (["x"], 3, 5)] {
            let data = sandbox.temporaryPath("data")
            var request = RunRequest(
                executable: program.executable, arguments: arguments, standardOutput: sandbox.temporaryPath("out"),
                limits: attackLimits)
            request.recordCoverage(to: data)
            let result = try await sandbox.run(request)
            #expect(result.verdict == .ok)
            #expect(result.taken.last != .some(nil))
            let report = try JSONDecoder().decode(
                GcovReport.self, from: try await sandbox.coverage(notes: notes, data: data))
            let lines = try #require(report.files.first { $0.file == "program.cpp" }).lines
            #expect(lines.contains { $0.number == reached && $0.count > 0 })
            // Line 3 always runs its condition; whether it printed is in its branches.
            if missed == 5 { #expect(lines.contains { $0.number == missed && $0.count == 0 }) }
        }
    }

    @Test("for coverage refuse counters that are damaged")
    func damagedCoverage() async throws {
        let sandbox = try await ownSandbox(.home)
        let program = try program(
            try await sandbox.compile(Compilation(source: "int main() {}", instrumentation: .coverage)))
        let data = sandbox.temporaryPath("data")
        try Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }).write(to: URL(filePath: data))
        // gcov takes strange counters for none, or fails; either way it does no harm.
        _ = try? await sandbox.coverage(notes: try #require(program.coverageNotes), data: data)
    }
}

private struct GcovReport: Decodable {
    struct File: Decodable {
        var file: String
        var lines: [Line]
    }
    struct Line: Decodable {
        var number: Int
        var count: Int

        private enum CodingKeys: String, CodingKey {
            case number = "line_number"
            case count
        }
    }
    var files: [File]
}
