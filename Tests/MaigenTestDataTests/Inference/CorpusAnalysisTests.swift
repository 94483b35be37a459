import Foundation
import MaigenTestData
import Testing

/// The bundled problems: each is understood, and its bounds are the ones its setter wrote down.
@Suite struct CorpusAnalysisTests {
    static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Corpus")
        .standardizedFileURL
    static let slugs: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? [])
        .filter { FileManager.default.fileExists(atPath: corpus.appending(path: "\($0)/problem.md").path) }.sorted()

    static let mustBeUnderstood: Set<String> = [
        "bead-chain", "best-segment", "binary-search", "bookshelf", "bracket-fate", "cable-network", "company-tree",
        "course-plan", "day-night-shifts", "digit-garden", "frequent-word", "garden-sprinklers", "hall-bookings",
        "invoice", "lighthouse-pair", "longest-border", "matching-weights", "maze-escape", "mentor-pairs",
        "one-letter-apart", "one-way-streets", "paper-squares", "pass-the-drum", "rectangle-sums", "shelf-log",
        "subsequence-count", "toll-vouchers", "trust-triangles", "twin-playlists", "two-accounts", "two-machines",
        "village-roads", "warehouse", "watering",
    ]

    @Test(arguments: slugs) func `A corpus problem is understood with the bounds its setter states`(slug: String) throws
    {
        let folder = Self.corpus.appending(path: slug)
        let problem = try ProblemParser.parse(String(contentsOf: folder.appending(path: "problem.md"), encoding: .utf8))
        let outcome = ProblemAnalysis.analyze(problem)
        // Others may be unclear, but never misread.
        if case .unclear = outcome, !Self.mustBeUnderstood.contains(slug) { return }
        let specification = try #require(understood(outcome))

        let limits =
            try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "limits.json")))
            as? [String: [NSNumber]]
        for bound in VariableBounds.of(specification) {
            guard let stated = limits?[bound.name] else { continue }
            #expect(Double(bound.least) == stated[0].doubleValue, "\(slug): least \(bound.name)")
            #expect(Double(bound.greatest) == stated[1].doubleValue, "\(slug): greatest \(bound.name)")
        }
    }

    @Test(arguments: slugs) func `The YAML of an understood problem reads back as the same specification`(slug: String)
        throws
    {
        let problem = try ProblemParser.parse(
            String(contentsOf: Self.corpus.appending(path: "\(slug)/problem.md"), encoding: .utf8))
        let outcome = ProblemAnalysis.analyze(problem)
        if case .unclear = outcome, !Self.mustBeUnderstood.contains(slug) { return }
        let specification = try #require(understood(outcome))
        #expect(try SpecificationParser.parse(SpecificationWriter.write(specification)) == specification)
    }
}

/// The specification, where the problem was understood; the reasons are reported where not.
func understood(_ outcome: AnalysisOutcome, sourceLocation: SourceLocation = #_sourceLocation) -> InputSpecification? {
    switch outcome {
    case .understood(let understanding): return understanding.specification
    case .unclear(let misunderstanding):
        Issue.record(
            "unclear: \(misunderstanding.reasons.map(\.english)) \(misunderstanding.samples)",
            sourceLocation: sourceLocation)
        return nil
    }
}
