import Foundation
import MaigenDomain

extension Sandbox {
    /// Runs one program.
    ///
    /// - Throws: `.cancelled` when the task is cancelled (the run is dead by then), `.request` when a file cannot be
    ///   opened, `.helper` when the sandbox fails. What the program does is never thrown.
    package func run(_ request: RunRequest) async throws(SandboxFault) -> RunResult {
        try request.check()
        return try await slots.withSlot { slot throws(SandboxFault) in
            var arguments = HelperArguments(level: protection.level, slot: slot, limits: request.limits)
            arguments.add("--profile", "run")
            arguments.add("--exec", request.executable)
            arguments.addStreams(
                input: request.standardInput, output: request.standardOutput, error: request.standardError)
            var environment = request.environment
            if let scratch = request.scratch {
                arguments.addScratch(scratch, host: try scratchHost(slot), put: request.put, take: request.take)
                if request.records {
                    environment["GCOV_PREFIX"] = try scratchInside(slot)
                    environment["GCOV_PREFIX_STRIP"] = "99"
                }
            }
            arguments.addEnvironment(environment)
            let words = arguments.running(["program"] + request.arguments)
            let result = try await runHelper(words, limits: request.limits)
            for (file, size) in zip(request.take, result.taken) where size == nil { unlink(file.destination) }
            return result
        }
    }

    /// Runs the helper with these words, and reads its answer.
    func runHelper(
        _ words: [String], limits: RunLimits, isPolite: Bool = false
    ) async throws(SandboxFault) -> RunResult {
        // The helper has limits of its own and answers sooner; this is for a helper that hangs.
        let deadline = limits.wall + .seconds(60)
        let output = try await HelperProcess.output(
            of: configuration.helper, arguments: words, deadline: deadline, isPolite: isPolite)
        return try HelperReport(output).result()
    }
}

extension RunRequest {
    /// What the command line of the helper cannot say.
    fileprivate func check() throws(SandboxFault) {
        let words = arguments + [executable, standardInput ?? "", standardOutput, standardError ?? ""]
        guard !words.contains(where: { $0.utf8.contains(0) }) else { throw .request("a NUL in an argument") }
        guard scratch != nil || (put.isEmpty && take.isEmpty) else { throw .request("put and take without scratch") }
        for name in put.map(\.name) + take.map(\.name) {
            guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
                throw .request("\(name) is no plain file name")
            }
        }
        for (name, value) in environment {
            guard !name.isEmpty, !name.contains("="), !(name + value).utf8.contains(0) else {
                throw .request("\(name) is no name of an environment variable")
            }
        }
    }
}
