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
    @Option(help: "A folder with specifications SLUG.yaml for statements that are not understood.")
    var specifications: String?
    @Option(
        help: "Where the results go; without it, those of the whole corpus go to bench-results/corpus-<commit>.json.")
    var json: String?
    @Flag(help: "Write the results of the whole corpus to docs/quality.md.") var writeDocs = false
    @Option(help: "How many programs run at a time.") var jobs: Int?

    mutating func validate() throws {
        guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs must be from 1 to 256") }
        guard !writeDocs || problems == nil && specifications == nil else {
            throw ValidationError("--write-docs needs the whole corpus, read without help")
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
        let bench = try await CorpusBench(
            jobs: jobs, measuresBaseline: baseline, specifications: specifications)
        let chosen = try CorpusProblem.all(
            in: corpus ?? Repository.root + "/Corpus", named: problems?.split(separator: ",").map(String.init))
        let result = try await bench.measure(chosen)
        for line in CorpusTables.summary(result) { print(line) }
        if table { for line in [""] + CorpusTables.problems(result) { print(line) } }
        let destination =
            json ?? (problems == nil ? Repository.root + "/bench-results/corpus-\(result.commit).json" : nil)
        if let destination {
            try result.save(to: destination)
            Progress.say("saved \(destination)")
        }
        if writeDocs {
            let text = CorpusTables.document(result).joined(separator: "\n") + "\n"
            try text.write(toFile: Repository.root + "/docs/quality.md", atomically: true, encoding: .utf8)
        }
    }
}
