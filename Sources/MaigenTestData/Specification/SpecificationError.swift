import MaigenDomain
import Yams

/// What is wrong with a specification, and where.
package struct SpecificationError: Error, Sendable, Hashable {
    /// The line of the YAML document, counted from 1; nil where the specification was not read from text.
    package var line: Int?
    package var reason: Localized

    package init(line: Int? = nil, _ reason: Localized) {
        self.line = line
        self.reason = reason
    }

    /// The reason with the line in front.
    package var message: Localized {
        guard let line else { return reason }
        return Localized(zh: "第 \(line) 行：\(reason.chinese)", en: "line \(line): \(reason.english)")
    }

    /// The text is no YAML. libyaml's words are English.
    static func notYAML(_ error: any Error) -> SpecificationError {
        func because(_ line: Int?, _ problem: String) -> SpecificationError {
            SpecificationError(
                line: line, Localized(zh: "不是合法的 YAML：\(problem)", en: "not valid YAML: \(problem)"))
        }
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _)?, .parser(let context, let problem, let mark, _)?,
            .composer(let context, let problem, let mark, _)?:
            // A bracket that is missing at the end was opened somewhere.
            let beginning = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
            return because(mark.line, problem + beginning)
        case .duplicatedKeysInMapping(let keys, let context)?:
            let list = keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
            return SpecificationError(
                line: context.mark.line,
                Localized(zh: "同一处写了两次的键：\(list)", en: "keys that stand twice in one place: \(list)"))
        case .no?, .memory?, .reader?, .writer?, .emitter?, .representer?, .dataCouldNotBeDecoded?, nil:
            return because(nil, "\(error)")
        }
    }
}

extension Localized {
    static func unknownKey(_ key: String, known: [String]) -> Localized {
        let list = known.joined(separator: ", ")
        return Localized(zh: "不认识的键 “\(key)”；这里可以写：\(list)", en: "unknown key '\(key)'; possible here: \(list)")
    }
    static func missingKey(_ key: String, in place: String) -> Localized {
        Localized(zh: "“\(place)” 缺少 “\(key)”", en: "'\(place)' lacks '\(key)'")
    }
    static func expected(_ what: Localized, at place: String) -> Localized {
        Localized(zh: "“\(place)” 应当是\(what.chinese)", en: "'\(place)' must be \(what.english)")
    }
    static func badExpression(_ text: String, column: Int, _ reason: Localized) -> Localized {
        Localized(
            zh: "表达式 “\(text)” 第 \(column) 个字符处：\(reason.chinese)",
            en: "expression '\(text)', column \(column): \(reason.english)")
    }
    static func badName(_ name: String) -> Localized {
        Localized(
            zh: "“\(name)” 不能作变量名：请用字母开头，只含字母、数字和下划线，至多 40 个字符，且不是保留字",
            en:
                "'\(name)' cannot be a variable: use a letter, then letters, digits and underscores, at most 40, and no reserved word"
        )
    }
    static func duplicateName(_ name: String) -> Localized {
        Localized(zh: "变量 “\(name)” 定义了两次", en: "variable '\(name)' is defined twice")
    }
    static func unknownVariable(_ name: String) -> Localized {
        Localized(zh: "变量 “\(name)” 在用到之前没有读入", en: "variable '\(name)' is not read before it is used")
    }
    static func wrongKind(_ name: String, wanted: Localized) -> Localized {
        Localized(zh: "“\(name)” 不是\(wanted.chinese)", en: "'\(name)' is not \(wanted.english)")
    }
    static func emptyRange(_ name: String, _ least: String, _ greatest: String) -> Localized {
        Localized(
            zh: "“\(name)” 的范围是空的：下界至少为 \(least)，上界至多为 \(greatest)",
            en: "the range of '\(name)' is empty: its lower end is at least \(least), its upper end at most \(greatest)"
        )
    }
    static func tooFewValues(_ name: String, wanted: String, available: String) -> Localized {
        Localized(
            zh: "“\(name)” 要求互不相同的值最多 \(wanted) 个，但范围内只有 \(available) 个",
            en: "'\(name)' asks for up to \(wanted) distinct values, but its range has only \(available)")
    }
    static func negativeCount(_ name: String) -> Localized {
        Localized(zh: "“\(name)” 的个数总是负数", en: "the count of '\(name)' is always negative")
    }
    static func tooLarge(_ bytes: String, limit: ByteCount) -> Localized {
        Localized(
            zh: "按这份规格，一个输入最大可达 \(bytes)，超出上限 \(limit)；请给出更紧的范围，或用 where/totals 限制乘积与总和",
            en: """
                an input by this specification can take \(bytes), which is too much: the limit is \(limit); give tighter \
                ranges, or bound products and sums with where/totals
                """
        )
    }
    static func impossibleRelations(_ subject: Localized) -> Localized {
        Localized(
            zh: "这些范围和关系互相矛盾，没有任何输入能满足：\(subject.chinese)",
            en: "these ranges and relations contradict each other, no input satisfies them: \(subject.english)")
    }
}
