import Foundation
import MaigenDomain
import MaigenTestData

/// The input specification of a problem, from a file or from the statement.
enum Understood {
    /// Reads and parses the statement.
    ///
    /// - Throws: `.wrongUse`, after saying why.
    static func problem(_ path: String, report: Report) throws -> ProblemDocument {
        do {
            return try ProblemParser.parse(InputFile.text(path, report: report))
        } catch let error as ProblemParseError {
            throw report.failure(.wrongUse, code: "problem-format", error.message.prefixed(path))
        }
    }

    /// The specification of `problem`: from the file `path`, or else from the statement.
    ///
    /// - Throws: `.wrongUse` for a wrong specification; `.notUnderstood` with what is missing.
    static func specification(of problem: ProblemDocument, from path: String?, report: Report) throws
        -> InputSpecification
    {
        if let path {
            do {
                return try SpecificationParser.parse(InputFile.text(path, report: report))
            } catch let error as SpecificationError {
                throw report.failure(.wrongUse, code: "specification", error.message.prefixed(path))
            }
        }
        switch ProblemAnalysis.analyze(problem) {
        case .understood(let understanding): return understanding.specification
        case .unclear(let misunderstanding): throw report.unclear(misunderstanding)
        }
    }
}

/// Tells of a failure, as text or as JSON, and gives the status to end with.
struct Report {
    var asJSON: Bool

    private struct Failure: Encodable {
        struct Cause: Encodable {
            var code: String
            var message: Localized
        }

        var status = "failed"
        var error: Cause
    }

    private struct Unclear: Encodable {
        struct Cause: Encodable {
            var code = "not-understood"
            var message: Localized
        }

        var status = "unclear"
        var error: Cause
        var understood: [String]
        var unread: [String]
        var reasons: [Localized]
        var skeleton: String
    }

    func failure(_ status: ExitStatus, code: String, _ message: Localized) -> ExitStatus {
        if asJSON { json(code: code, message) }
        Console.complain(message)
        return status
    }

    /// The object that stands for a failure.
    func json(code: String, _ message: Localized) {
        json(Failure(error: .init(code: code, message: message)))
    }

    /// The agents did not understand the problem, and say why.
    func unclear(_ message: Localized, skeleton: String) -> ExitStatus {
        if asJSON {
            json(
                Unclear(
                    error: .init(message: message), understood: [], unread: [], reasons: [message], skeleton: skeleton))
            return .notUnderstood
        }
        Console.complain(message)
        Console.write(skeleton)
        return .notUnderstood
    }

    func unclear(_ result: Misunderstanding) -> ExitStatus {
        let headline = Localized(
            zh: "没有把握理解这道题的输入，因此没有生成数据。请补全下面的规格，保存为 spec.yaml 后用 --spec spec.yaml 重试。",
            en:
                "The input of this problem was not understood for certain, so no data was made. Complete the specification below, save it as spec.yaml and try again with --spec spec.yaml."
        )
        if asJSON {
            json(
                Unclear(
                    error: .init(message: headline), understood: result.facts.map { $0.meaning[Console.language] },
                    unread: result.unread, reasons: result.reasons, skeleton: result.skeleton))
            return .notUnderstood
        }
        let language = Console.language
        func section(_ title: Localized, _ lines: [String]) {
            guard !lines.isEmpty else { return }
            Console.write(title, to: .standardError)
            for line in lines { Console.write("  · \(line)", to: .standardError) }
        }
        Console.complain(headline)
        section(Localized(zh: "已理解：", en: "Understood:"), result.facts.map { $0.meaning[language] })
        section(Localized(zh: "没有读懂的原文：", en: "Text not understood:"), result.unread)
        section(Localized(zh: "原因：", en: "Reasons:"), result.reasons.map { $0[language] })
        Console.write(result.skeleton)
        return .notUnderstood
    }

    func json(_ value: some Encodable) {
        do {
            try Console.writeJSON(value)
        } catch {
            // Only numbers that JSON cannot write make this fail, and none of our values has any.
            Console.write("{\"status\":\"failed\"}")
        }
    }
}

extension Localized {
    fileprivate func prefixed(_ path: String) -> Localized {
        Localized(zh: "\(path)：\(chinese)", en: "\(path): \(english)")
    }
}
