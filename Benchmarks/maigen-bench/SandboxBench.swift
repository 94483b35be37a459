import Foundation
import MaigenDomain
import MaigenSandbox

/// What the sandbox costs and how truly it measures: printable lines.
///
/// The overhead is the wall time of one run of a program that does nothing, beside a bare posix_spawn of the same
/// program in the same minute on the same machine.
func benchmarkSandbox() async throws -> [String] {
    var configuration = try SandboxConfiguration.standard(above: #filePath)
    configuration.jobs = 1
    configuration.precompilesHeaders = false
    let sandbox = try await Sandbox(configuration: configuration)
    let program = try await compile(benchmarkProgram, on: sandbox)
    let output = sandbox.temporaryPath("out")
    let limits = RunLimits.program(timeLimit: .seconds(5), memory: .mebibytes(256))
    let nothing = RunRequest(executable: program, standardOutput: output, limits: limits)

    var bare: [Duration] = []
    var caged: [Duration] = []
    let clock = ContinuousClock()
    for _ in 0..<300 {
        bare.append(clock.measure { spawnAndWait(program) })
        let start = clock.now
        _ = try await sandbox.run(nothing)
        caged.append(clock.now - start)
    }
    var lines = [
        "sandbox level: \(sandbox.protection.level.rawValue)",
        "bare posix_spawn: \(summary(bare))",
        "sandboxed run:    \(summary(caged))",
    ]

    var burning = nothing
    burning.arguments = ["burn"]
    var errors: [Double] = []
    for _ in 0..<5 { errors.append(milliseconds(try await sandbox.run(burning).cpuTime) - 1000) }
    lines.append(
        "1.000 s of CPU, reported too much by: \(errors.map { String(format: "%+.2f", $0) }.joined(separator: " ")) ms")

    var touching = nothing
    touching.arguments = ["touch"]
    let peak = try await sandbox.run(touching).peakMemory
    lines.append("200 MiB touched, reported: \(peak.bytes >> 10) KiB (of 204800)")
    return lines
}

private func compile(_ source: String, on sandbox: Sandbox) async throws -> String {
    switch try await sandbox.compile(Compilation(source: source)) {
    case .success(let program): return program.executable
    case .failure(let failure): throw BenchmarkFailure(text: failure.diagnostics)
    }
}

private struct BenchmarkFailure: Error {
    var text: String
}

private let benchmarkProgram = """
    #include <cstdlib>
    #include <cstring>
    #include <ctime>
    int main(int count, char **words) {
        if (count < 2) return 0;
        if (!strcmp(words[1], "touch")) {
            volatile char *memory = (volatile char *)malloc(200 << 20);
            for (int at = 0; at < 200 << 20; at += 4096) memory[at] = 1;
            return memory[8192] != 1;
        }
        timespec now;
        do clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        while (now.tv_sec < 1);
    }
    """

private func spawnAndWait(_ program: String) {
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
    defer { free(words[0]) }
    var process = pid_t()
    guard posix_spawn(&process, program, nil, nil, &words, nil) == 0 else { return }
    waitpid(process, nil, 0)
}

private func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
}

private func summary(_ samples: [Duration]) -> String {
    let sorted = samples.sorted()
    let median = milliseconds(sorted[sorted.count / 2])
    let high = milliseconds(sorted[sorted.count * 95 / 100])
    return String(format: "median %.2f ms, p95 %.2f ms (%d runs)", median, high, samples.count)
}
