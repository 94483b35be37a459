import MaigenDomain

/// Writes programs that look like solutions and are none: the mistakes that contestants make. Good data tells each of
/// them from a correct program; execution measures whether it does.
struct Adversary: ModelAgent {
    let agent = Agent.reviewer
    let prompt = AgentPrompt.adversary
    let snapshot: TaskSnapshot

    /// The most programs of one answer.
    private static let limit = 8

    struct Answer: Decodable, Sendable {
        var programs: [Program]

        struct Program: Decodable, Sendable {
            /// `greedy-by-value`
            var name: String
            var kind: String
            var source: String
        }
    }

    func question(_ quotation: Quotation) -> String {
        """
        \(quotation.statement(snapshot.problem))
        \(quotation.quoted("standard program", snapshot.program.source))
        Write five to \(Self.limit) programs (\(snapshot.program.dialect.rawValue)).
        """
    }

    func checked(_ answer: Answer, _ spoken: Spoken) throws(AnswerFault) -> [Rival] {
        var names: Set<String> = []
        let rivals = answer.programs.prefix(Self.limit).compactMap { program -> Rival? in
            guard let name = Slug.of(program.name), let source = spoken.program(program.source),
                !spoken.leaks(program.name), source != snapshot.program.source, names.insert(name).inserted
            else { return nil }
            let kind: Rival.Kind = ["wrong": .wrong, "slow": .slow, "crashing": .crashing][program.kind] ?? .unknown
            return Rival(name: name, kind: kind, origin: .agent, source: source)
        }
        guard !rivals.isEmpty else {
            throw AnswerFault(
                "no program can be used: each needs a short name of a-z, 0-9 and hyphens, and a source with main, at most "
                    + "\(Blueprint.programLimit) bytes")
        }
        return rivals
    }

    func summary(_ output: [Rival]) -> Localized {
        let slow = output.count { $0.kind == .slow }
        return Localized(
            zh: "写了 \(output.count) 份错解，其中 \(slow) 份超时",
            en: "\(output.count) wrong programs written, \(slow) of them slow")
    }
}

/// Short names that can stand in file names and tables.
enum Slug {
    /// `name` as lower case letters, digits and single hyphens; nil where nothing is left.
    static func of(_ name: String) -> String? {
        var result = ""
        for byte in name.utf8.prefix(60) {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.unicodeScalars.append(Unicode.Scalar(byte + 32))
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !result.isEmpty, result.last != "-" { result.append("-") }
            }
        }
        while result.last == "-" { result.removeLast() }
        return result.isEmpty ? nil : String(result.prefix(40))
    }
}
