import ArgumentParser
import Foundation

/// `make bench`: what MAIGEN costs, and how good its data is.
@main struct Bench: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "maigen-bench",
            abstract: "Measures the sandbox, the making of data sets and the data's quality.")
    }

    enum Part: String, ExpressibleByArgument, CaseIterable {
        case sandbox, execution, corpus, all
    }

    @Argument(help: "What to measure: sandbox, execution, corpus or all.") var part = Part.all
    @Option(help: "Only these problems of the corpus, separated by commas.") var problems: String?
    @Option(help: "The folder of problems.") var corpus: String?
    @Flag(help: "Also print a row for each problem, with the wrong programs that survive.") var table = false
    @Flag(
        inversion: .prefixedNo,
        help: "Also measure the plan without a choice among more candidates, and uniformly random data.")
    var baseline = true
    @Option(
        help: "Where the results go; without it, those of the whole corpus go to bench-results/corpus-<commit>.json.")
    var json: String?
    @Option(
        parsing: .upToNextOption,
        help: "Instead of measuring, take these saved results; of a problem in several of them the last counts.")
    var results: [String] = []
    @Flag(help: "Write the results of the whole corpus to docs/quality.md.") var writeDocs = false
    @Option(help: "How many programs run at a time.") var jobs: Int?

    mutating func validate() throws {
        guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs must be from 1 to 256") }
        guard !writeDocs || problems == nil else {
            throw ValidationError("--write-docs needs the whole corpus")
        }
    }

    mutating func run() async throws {
        if part == .sandbox || part == .all {
            for line in try await benchmarkSandbox() { print(line) }
        }
        if part == .execution || part == .all { try await benchmarkExecution() }
        if part == .corpus || part == .all { try await measureCorpus() }
    }

    private func measureCorpus() async throws {
        guard results.isEmpty else {
            return try show(try CorpusResult(joining: results.map { try CorpusResult(savedAt: $0) }))
        }
        let bench = try await CorpusBench(jobs: jobs, measuresBaseline: baseline)
        let chosen = try CorpusProblem.all(
            in: corpus ?? Repository.root + "/Corpus", named: problems?.split(separator: ",").map(String.init))
        let destination: (String) -> String? = { commit in
            json ?? (problems == nil ? Repository.root + "/bench-results/corpus-\(commit).json" : nil)
        }
        let result = try await bench.measure(chosen) { partial in
            // Hours of work on a busy machine are not lost.
            if let path = destination(partial.commit) { try partial.save(to: path) }
        }
        if let path = destination(result.commit) { Progress.say("saved \(path)") }
        try show(result)
    }

    private func show(_ result: CorpusResult) throws {
        for line in CorpusTables.summary(result) { print(line) }
        if table { for line in [""] + CorpusTables.problems(result) { print(line) } }
        if writeDocs {
            let text = CorpusTables.document(result).joined(separator: "\n") + "\n"
            try text.write(toFile: Repository.root + "/docs/quality.md", atomically: true, encoding: .utf8)
        }
    }
}
