import MaigenDomain
import MaigenSandbox

extension BuildFailure {
    /// What happened and what to do. May end with several lines of a program's own words, bounded and free of control
    /// characters.
    package var message: Localized {
        switch self {
        case .standardProgramDoesNotCompile(let failure):
            Localized(zh: "标准程序无法编译。请修正后重试。", en: "The standard program does not compile. Correct it and try again.")
                .followed(by: failure)
        case .sampleRejected(let number, let message):
            Localized(
                zh: "样例 \(number) 的输入不符合输入规格：样例或题面的数据范围、输入格式有误，或规格理解有误。请核对样例、题面和 spec.yaml。",
                en: """
                    The input of sample \(number) does not obey the input specification: the sample, the statement's \
                    format or ranges, or the specification is wrong. Compare the sample, the statement and spec.yaml.
                    """
            ).followed(by: message)
        case .sampleDisagrees(let number, let difference):
            Localized(
                zh: "标准程序对样例 \(number) 的输出与样例不同：\(difference.text.chinese)。请检查标准程序和样例。",
                en: """
                    The standard program's answer to sample \(number) is not the sample's output: \
                    \(difference.text.english). Check the program and the sample.
                    """)
        case .cannotWrite(let fault):
            fault.message
        case .standardProgramFailed(let subject, let fault, let message):
            Localized(
                zh: "标准程序在\(subject.name.chinese)上\(fault.text.chinese)。\(subject.reproduction.chinese)",
                en: """
                    On \(subject.name.english) the standard program \(fault.text.english). \(subject.reproduction.english)
                    """
            ).followed(by: message)
        case .answerVaries(let subject, let difference):
            Localized(
                zh: """
                    标准程序对\(subject.name.chinese)运行两次给出了不同的答案\(difference.map { "：" + $0.text.chinese } ?? "")。\
                    程序可能使用了随机数、时间或未初始化的变量，请使其输出确定。\(subject.reproduction.chinese)
                    """,
                en: """
                    Two runs of the standard program on \(subject.name.english) gave different \
                    answers\(difference.map { ": " + $0.text.english } ?? ""). It may use random numbers, the time or \
                    uninitialised variables; make its answer certain. \(subject.reproduction.english)
                    """)
        case .generatorDoesNotCompile(let failure):
            Localized(
                zh: "数据生成器无法编译。如果 spec.yaml 里写了 predicates，请检查其中的 C++。",
                en: "The generator does not compile. Where spec.yaml has predicates, look at their C++."
            ).followed(by: failure)
        case .validatorDoesNotCompile(let failure):
            Localized(
                zh: "数据校验器无法编译。如果 spec.yaml 里写了 predicates，请检查其中的 C++。",
                en: "The validator does not compile. Where spec.yaml has predicates, look at their C++."
            ).followed(by: failure)
        case .generatorFailed(let subject, let fault, let message):
            Localized(
                zh: "数据生成器在\(subject.name.chinese)上\(fault.text.chinese)。\(subject.reproduction.chinese)",
                en: "On \(subject.name.english) the generator \(fault.text.english). \(subject.reproduction.english)"
            ).followed(by: message)
        case .inputRejected(let subject, let message):
            Localized(
                zh: "校验器拒绝了\(subject.name.chinese)的输入。\(subject.reproduction.chinese)",
                en: "The validator rejects the input of \(subject.name.english). \(subject.reproduction.english)"
            ).followed(by: message)
        case .validatorFailed(let subject, let fault, let message):
            Localized(
                zh: "数据校验器在\(subject.name.chinese)上\(fault.text.chinese)。\(subject.reproduction.chinese)",
                en: "On \(subject.name.english) the validator \(fault.text.english). \(subject.reproduction.english)"
            ).followed(by: message)
        case .cancelled:
            Localized(zh: "已取消。", en: "Cancelled.")
        case .sandbox(let fault):
            fault.message
        case .workFile(let fault):
            fault.message
        }
    }
}

extension RunSubject {
    /// How to see it oneself.
    fileprivate var reproduction: Localized {
        guard let command else { return Localized(verbatim: "") }
        return Localized(zh: "该输入由此命令生成：\(command)", en: "The input comes from: \(command)")
    }
}

extension Localized {
    /// With a program's own words on the following lines, if it said any.
    fileprivate func followed(by words: String) -> Localized {
        let excerpt = Excerpt.clean(words, limit: 4000)
        guard !excerpt.isEmpty else { return self }
        return Localized(zh: "\(chinese)\n\(excerpt)", en: "\(english)\n\(excerpt)")
    }

    /// With the compiler's words on the following lines.
    fileprivate func followed(by failure: CompileFailure) -> Localized {
        switch failure.limit {
        case nil: return followed(by: failure.diagnostics)
        case .memoryLimit:
            return Localized(zh: "\(chinese)（编译器内存不足）", en: "\(english) (The compiler ran out of memory.)")
                .followed(by: failure.diagnostics)
        case .timeLimit, .wallTimeLimit:
            return Localized(zh: "\(chinese)（编译超时）", en: "\(english) (The compiler took too long.)")
                .followed(by: failure.diagnostics)
        case .ok, .runtimeError, .signal, .outputLimit, .securityViolation:
            return Localized(zh: "\(chinese)（编译器超出限制）", en: "\(english) (The compiler hit a limit.)")
                .followed(by: failure.diagnostics)
        }
    }
}
