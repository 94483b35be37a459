import Foundation
import MaigenTestData

/// Judges MAIGEN's understanding of a statement by what the problem's author wrote independently of it.
enum CorpusReading {
    /// An unclear statement is completed by the specification that a person wrote, where there is one.
    static func read(
        _ problem: CorpusProblem
    ) throws -> (ReadingResult, ProblemDocument?, InputSpecification?) {
        var (reading, document, specification) = analyze(problem)
        if specification == nil, document != nil, let text = problem.specification {
            let given = try SpecificationParser.parse(text)
            reading.outcome = .given
            compare(VariableBounds.of(given), with: problem.limits, in: &reading)
            specification = given
        }
        return (reading, document, specification)
    }

    private static func analyze(_ problem: CorpusProblem) -> (ReadingResult, ProblemDocument?, InputSpecification?) {
        let document: ProblemDocument
        do throws(ProblemParseError) {
            document = try ProblemParser.parse(problem.statement)
        } catch {
            return (ReadingResult(outcome: .unclear, reasons: [error.message.english]), nil, nil)
        }
        switch ProblemAnalysis.analyze(document) {
        case .unclear(let misunderstanding):
            let quotes = misunderstanding.unread.map { "unread: \($0)" }
            return (
                ReadingResult(outcome: .unclear, reasons: misunderstanding.reasons.map(\.english) + quotes), document,
                nil
            )
        case .understood(let understanding):
            var result = ReadingResult(outcome: .understood, confidence: understanding.confidence)
            compare(VariableBounds.of(understanding.specification), with: problem.limits, in: &result)
            return (result, document, understanding.specification)
        }
    }

    /// Every quantity that has bounds in both lists must have the same in both.
    private static func compare(
        _ bounds: [VariableBound], with limits: [String: [Decimal]], in result: inout ReadingResult
    ) {
        for bound in bounds {
            guard let stated = limits[bound.name], stated.count == 2 else {
                result.uncomparedNames.append(bound.name)
                continue
            }
            let read = [bound.least, bound.greatest].map {
                Decimal(string: $0, locale: Locale(identifier: "en_US_POSIX"))
            }
            if read != stated {
                result.misreadings.append(
                    "\(bound.name) is read as \(bound.least)…\(bound.greatest), meant is \(stated[0])…\(stated[1])")
            }
        }
        let names = Set(bounds.map(\.name))
        result.uncomparedNames += limits.keys.filter { !names.contains($0) }.sorted()
    }

    /// Inputs with one thing changed, about which the author's validator and the specification should agree.
    ///
    /// White space and the spelling of numbers are left out: they are the testlib's affair and not the statement's.
    ///
    /// - Parameter count: the most that are wanted; every input and every kind of change gets its share.
    static func mutants(
        of inputs: [[UInt8]], _ specification: InputSpecification, count: Int
    ) -> [InputMutant] {
        let made = inputs.enumerated().map { index, input in
            InputMutants.of(input, specification, seed: UInt64(index + 1)).filter { $0.kind.isAboutMeaning }
        }
        var byKind: [[InputMutant]] = []
        for list in made {
            byKind += Dictionary(grouping: list, by: \.kind).sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
        }
        var chosen: [InputMutant] = []
        var round = 0
        while chosen.count < count, let longest = byKind.map(\.count).max(), round < longest {
            for kind in byKind where round < kind.count && chosen.count < count { chosen.append(kind[round]) }
            round += 1
        }
        return chosen
    }
}

extension InputMutant.Kind {
    fileprivate var isAboutMeaning: Bool {
        switch self {
        case .trailingToken, .droppedToken, .swappedTokens, .reversedTokens, .droppedLine, .duplicatedLine,
            .swappedLines,
            .trailingLine, .truncated, .repeatedInput, .negated, .belowRange, .aboveRange, .neighbour, .huge, .tooLong,
            .tooShort, .foreignCharacter, .otherCharacter, .changedCase, .repeatedValue, .repeatedLine,
            .repeatedReversedLine, .selfLoop:
            true
        case .leadingSpace, .trailingSpace, .doubleSpace, .tab, .otherBlank, .missingFinalNewline, .extraBlankLine,
            .carriageReturns, .joinedLines, .splitLine, .empty, .leadingZero, .leadingPlus, .minusZero, .decimalPoint,
            .exponent, .decimals, .emptied, .nonASCII, .nul, .byteOrderMark, .byte255:
            false
        }
    }
}
