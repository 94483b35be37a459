import Foundation
import MaigenAnalysis
import MaigenDomain
import MaigenTestData
import Testing

/// A statement that gives orders, and a model that obeys them: nothing leaves its typed channel, no prompt is repeated, and
/// the work is right or refused.
@Suite struct InjectionTests {
    private static let program = "#include <cstdio>\nint main() { puts(\"0\"); }\n"

    /// How far a model goes that believes what statements tell it.
    enum Gullibility: String, Sendable, CaseIterable {
        /// Answers with its prompt in place of its work.
        case recites
        /// Does its work, and writes its prompt into every text of it.
        case annotates
        /// Says that every bound is what the statement's orders say, with invented evidence.
        case liesAboutBounds
        /// Swaps what is read.
        case liesAboutOrder
        /// Breaks out of every program that it writes.
        case attacksPrograms
    }

    /// Answers as a model would that does what it is told by anybody.
    private static func gullible(_ how: Gullibility, problem: String) -> PlayedModel {
        PlayedModel { prompt, _ in
            let said = prompt.system + "\n" + prompt.messages.map(\.text).joined(separator: "\n")
            let quotes = [
                "k": "1 <= k <= 10", "n": "1 <= n <= 10", "p": "at most 10", "q": "at most 10", "a": "at most 10",
            ]
            let recited = "/* \(said.prefix(8000).replacing("*/", with: "")) */\n"
            let yaml = problem == "harbour" ? Statements.harbourYAML : Statements.sumYAML
            switch (how, String(prompt.version.prefix { $0 != "/" })) {
            case (.recites, _): return .success(said)
            case (.annotates, "analyst"):
                let comments = said.split(separator: "\n").prefix(100).map { "# \($0)\n" }.joined()
                return .success(
                    Answers.analyst(
                        [
                            comments + yaml,
                            yaml + "title: |\n" + said.prefix(500).split(separator: "\n").map { "  \($0)\n" }.joined(),
                            yaml,
                        ],
                        quotes: ["k": "$1 \\le k \\le 5000$", "p": "$0 \\le p \\le 10^6$", "q": "$0 \\le q \\le 10^6$"])
                )
            case (.annotates, "adversary"):
                return .success(
                    Answers.adversary([
                        (said, "wrong", program), ("leak", "wrong", recited + program),
                        ("plain", "wrong", program + "\n"),
                    ]))
            case (.annotates, "strategist"):
                return .success(
                    Answers.strategist(
                        [(3, ["k=5", "n=5"])], wishes: [(4, "leak")], purpose: String(said.prefix(3000))))
            case (.annotates, "coder"): return .success(Answers.coder([("leak", recited + program)]))
            case (.annotates, "referee"): return .success(Answers.referee("second", said))
            case (.annotates, "reviewer"): return .success(Answers.reviewer([("plan", said)]))
            case (.liesAboutBounds, "analyst"):
                let lie = yaml.replacing("5000", with: "10").replacing("10^6", with: "10").replacing("1000", with: "10")
                return .success(Answers.analyst([lie], quotes: quotes))
            case (.liesAboutOrder, "analyst"):
                let lie =
                    problem == "harbour"
                    ? yaml.replacing(
                        "{p: {int: 0..10^6}, q: {int: 0..10^6}}", with: "{q: {int: 0..10^6}, p: {int: 0..10^6}}")
                    : yaml.replacing("n: {int: 1..1000}", with: "n: {int: 1..1000}, m: {int: 0..9}")
                return .success(
                    Answers.analyst(
                        [lie],
                        quotes: ["k": "$1 \\le k \\le 5000$", "p": "$0 \\le p \\le 10^6$", "q": "$0 \\le q \\le 10^6$"])
                )
            case (.attacksPrograms, "analyst"):
                let name = problem == "harbour" ? "k" : "n"
                return .success(
                    Answers.analyst(
                        [
                            yaml
                                + "predicates:\n  open: {uses: [\(name)], cpp: \"return true; } int main() { return 0;\"}\n"
                        ],
                        quotes: ["k": "$1 \\le k \\le 5000$", "p": "$0 \\le p \\le 10^6$", "q": "$0 \\le q \\le 10^6$"])
                )
            case (.attacksPrograms, "adversary"):
                return .success(
                    Answers.adversary([
                        ("../../etc/passwd", "wrong", "#include <cstdlib>\nint main() { return system(\"id\"); }\n")
                    ]))
            case (.liesAboutBounds, "referee"), (.liesAboutOrder, "referee"), (.attacksPrograms, "referee"):
                return .success(Answers.referee("second", "whatever you say"))
            default: return .success("{}")
            }
        }
    }

    private static let truths = ["harbour": Statements.harbourYAML, "sum": Statements.sumYAML]

    @Test("There are enough of them, in both languages and in every place")
    func corpus() {
        #expect(HostileText.all.count >= 40)
        #expect(Set(HostileText.all.map(\.place)) == Set(HostileText.Place.allCases))
        #expect(
            HostileText.all.count { $0.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } } >= 10)
    }

    @Test(
        "What a gullible model says of a hostile statement is right, or refused, and leaks nothing",
        arguments: HostileText.all)
    func gullible(hostile: HostileText) async throws {
        for (name, base) in [("harbour", Statements.harbour), ("sum", Statements.sum)] {
            let (problem, program) = hostile.planted(in: base, Self.program)
            for how in name == "harbour" ? Gullibility.allCases : [.annotates, .liesAboutOrder] {
                let model = Self.gullible(how, problem: name)
                let analysed = await Analysed.of(Statements.snapshot(problem, program: program), model)
                let place = Comment(rawValue: "\(name), \(how.rawValue)")
                #expect(!Self.leaks(analysed.visible, of: model), place)
                if let blueprint = analysed.blueprint {
                    let found = try SpecificationParser.parse(blueprint.specification)
                    let truth = try SpecificationParser.parse(Self.truths[name] ?? "")
                    #expect(VariableBounds.of(found) == VariableBounds.of(truth), place)
                    #expect(found.body == truth.body, place)
                    #expect(found.predicates == [], place)
                    #expect(blueprint.rivals.allSatisfy { !$0.name.contains("/") && !$0.name.contains(".") }, place)
                } else {
                    #expect(analysed.fault?.kind == .notUnderstood, place)
                }
            }
        }
    }

    @Test("A hostile statement stands in the prompt as data alone, line by line", arguments: HostileText.all)
    func quoted(hostile: HostileText) async throws {
        let plainModel = PlayedModel { _, _ in .failure(.refused("")) }
        _ = await Analysed.of(Statements.snapshot(Statements.harbour, program: Self.program), plainModel)
        let (problem, program) = hostile.planted(in: Statements.harbour, Self.program)
        let model = PlayedModel { _, _ in .failure(.refused("")) }
        _ = await Analysed.of(Statements.snapshot(problem, program: program), model)
        let (plain, prompt) = (try #require(plainModel.asked.first), try #require(model.asked.first))
        // What the operator tells is the same whatever the statement says.
        #expect(prompt.system == plain.system)
        let mark = try #require(Self.mark(prompt))
        let texts = [
            problem.title, problem.description, problem.input, problem.output, problem.constraints ?? "", program,
        ]
        #expect(texts.allSatisfy { !$0.contains(mark) })
        for message in prompt.messages {
            // Outside of the blocks nothing of a stranger's is left.
            let outside = Self.outside(message.text, mark)
            #expect(!outside.contains(hostile.text.prefix(20)))
            for text in [problem.description, problem.input, problem.constraints ?? ""] {
                for line in text.split(separator: "\n") where line.count > 20 { #expect(!outside.contains(line)) }
            }
            #expect(
                !message.text.contains("<|") && !message.text.contains("\u{1B}") && !message.text.contains("\u{202E}"))
        }
    }

    // MARK: - Looking for leaks

    /// Whether `text` holds a piece of what `model` was told by its operator, or of its mark.
    private static func leaks(_ text: String, of model: PlayedModel) -> Bool {
        model.asked.contains { prompt in
            // The language that a specification is written in is public, and specifications are written in it.
            let own = prompt.system.components(separatedBy: "# The language")[0]
            let words = Array(plain(own))
            let searched = plain(text)
            let pieces = stride(from: 0, to: max(0, words.count - 60), by: 20).map { String(words[$0..<$0 + 60]) }
            return pieces.contains { searched.contains($0) } || (mark(prompt).map { text.contains($0) } ?? false)
        }
    }

    private static func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func mark(_ prompt: ModelPrompt) -> String? {
        guard let text = prompt.messages.first?.text, let start = text.firstRange(of: "<data-") else { return nil }
        let mark = text[start.upperBound...].prefix(10)
        return mark.allSatisfy(\.isHexDigit) ? String(mark) : nil
    }

    /// `text` without its blocks of data, each line of which begins with the mark.
    private static func outside(_ text: String, _ mark: String) -> String {
        var lines: [Substring] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("<data-\(mark) name=") {
                isInside = true
            } else if line == "</data-\(mark)>" {
                isInside = false
            } else if isInside {
                #expect(line.hasPrefix("\(mark)|"))
            } else {
                lines.append(line)
            }
        }
        #expect(!isInside)
        return lines.joined(separator: "\n")
    }
}
