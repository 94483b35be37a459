import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices
import MaigenTestData

/// Shows what analysis understands of a problem, before any points are spent.
///
/// Analysis is pure computation of up to a second, so it runs on threads of its own, a few at once, and each person may
/// ask so often.
package final class SpecificationPreview: Sendable {
    private let threads: WorkerPool<Void>
    private let limits: any RateLimits
    private let clock: WallClock
    private let rule: RateRule

    package init(
        limits: any RateLimits, clock: WallClock = .system, threads: Int = 1,
        rule: RateRule = RateRule("spec-preview", 120, per: .seconds(300))
    ) {
        self.limits = limits
        self.clock = clock
        self.rule = rule
        self.threads = WorkerPool(name: "preview", threads: threads, capacity: 16, open: {})
    }

    /// What analysis finds, or how a `specification` that the person supplies fits the samples; refuses with what is wrong
    /// with the problem, `too_many_attempts` or `busy`.
    func callAsFunction(
        _ problem: ProblemDocument, specification: String? = nil, within taskLimits: TaskLimits, by user: UserID,
        in language: Language
    ) async throws -> PreviewBody {
        let decision = try await limits.take([rule.by(user.rawValue)], at: clock.now())
        if case .wait(let wait) = decision { throw ServiceError.refused(AccountRefusal.tooManyAttempts(wait)) }
        // A task's own check; the program is not looked at yet.
        let unchecked = TaskSnapshot(
            problem: problem, program: StandardProgram(source: "int main() {}"), tests: [],
            specification: specification)
        let checked: TaskSnapshot
        do {
            checked = try unchecked.checked(taskLimits)
        } catch {
            throw ServiceError.refused(error)
        }
        do {
            return try await threads.run(by: .now + .seconds(10)) { _ in
                guard let text = checked.specification else { return PreviewBody(of: checked.problem, in: language) }
                return PreviewBody(of: text, for: checked.problem, in: language)
            }
        } catch is WorkerPoolError {
            throw ServiceError.refused(AccountRefusal.busy)
        }
    }
}

/// `POST spec/preview`.
struct PreviewRoutes {
    let preview: SpecificationPreview
    let settings: ReadSettings

    func add(to members: RouterGroup<MemberContext>) {
        members.post("spec/preview") { request, context in
            var request = request
            let body = try await request.json(PreviewRequest.self, limit: TaskRoutes.bodyLimit)
            let limits = try await settings.taskLimits()
            return JSONAnswer(
                try await preview(
                    body.problem.problem, specification: body.specification, within: limits,
                    by: context.signedIn.account.id, in: context.language))
        }
    }
}

/// A problem as it is sent to be read, with the specification that its setter has for it, if any.
struct PreviewRequest: Decodable {
    var problem: ProblemBody
    var specification: String?

    private enum CodingKeys: CodingKey {
        case specification
    }

    init(from decoder: any Decoder) throws {
        problem = try ProblemBody(from: decoder)
        specification = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(
            String.self, forKey: .specification)
    }
}

/// What analysis understands of a problem.
struct PreviewBody: Encodable, Sendable {
    /// Whether a task with this problem would get beyond analysis by the built-in engine.
    var isUnderstood: Bool
    /// The specification (YAML), or one to be completed.
    var specification: String
    /// 0 to 1; absent where it was not understood.
    var confidence: Double?
    var facts: [Fact]
    var assumptions: [String]
    var bounds: [VariableBound]
    var samples: [Sample]
    /// Why it was not understood.
    var reasons: [String]
    /// Text that was not read.
    var unread: [String]

    struct Fact: Encodable, Sendable {
        var meaning: String
        var evidence: String
    }

    struct Sample: Encodable, Sendable {
        var number: Int
        var isRead: Bool
        /// Why it could not be read.
        var failure: String?
    }

    init(of problem: ProblemDocument, in language: Language) {
        func facts(_ found: [AnalysisFact]) -> [Fact] {
            found.map { Fact(meaning: $0.meaning[language], evidence: $0.evidence) }
        }
        switch ProblemAnalysis.analyze(problem) {
        case .understood(let result):
            isUnderstood = true
            specification = SpecificationWriter.write(result.specification)
            confidence = result.confidence
            self.facts = facts(result.facts)
            assumptions = result.assumptions.map { $0[language] }
            bounds = VariableBounds.of(result.specification)
            // A specification that does not read every sample is not understood.
            samples = problem.samples.indices.map { Sample(number: $0 + 1, isRead: true) }
            reasons = []
            unread = []
        case .unclear(let result):
            isUnderstood = false
            specification = result.skeleton
            self.facts = facts(result.facts)
            assumptions = []
            bounds = []
            samples = result.samples.map {
                Sample(number: $0.number, isRead: $0.failure == nil, failure: $0.failure?[language])
            }
            reasons = result.reasons.map { $0[language] }
            unread = result.unread
        }
    }

    /// How `specification` (YAML), which a setter supplies, fits the samples of `problem`.
    init(of specification: String, for problem: ProblemDocument, in language: Language) {
        self.specification = specification
        facts = []
        assumptions = []
        unread = []
        do throws(SpecificationError) {
            let parsed = try SpecificationParser.parse(specification)
            let reader = InputReader(parsed)
            bounds = VariableBounds.of(parsed)
            samples = problem.samples.enumerated().map { index, sample in
                do throws(InputReadError) {
                    _ = try reader.read(sample.input)
                    return Sample(number: index + 1, isRead: true)
                } catch {
                    return Sample(number: index + 1, isRead: false, failure: error.message[language])
                }
            }
            let failures = samples.filter { !$0.isRead }
            isUnderstood = failures.isEmpty
            reasons = failures.map { sample in
                language == .chinese
                    ? "样例 \(sample.number) 不符合这份规格：\(sample.failure ?? "")"
                    : "sample \(sample.number) does not obey this specification: \(sample.failure ?? "")"
            }
        } catch {
            isUnderstood = false
            bounds = []
            samples = []
            reasons = [error.message[language]]
        }
    }
}
