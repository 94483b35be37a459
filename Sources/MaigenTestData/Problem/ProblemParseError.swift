import MaigenDomain

/// Why a text is not a problem document, and what to do about it.
package enum ProblemParseError: Error, Sendable, Hashable {
    case tooLarge(bytes: Int)
    /// The line, counted from 1.
    case nulByte(line: Int)
    case missingTitle
    case missingSection(Localized)
    case repeatedSection(line: Int, heading: String)
    case unknownHeading(line: Int, heading: String)
    case sampleWithoutBlock(line: Int, heading: String)
    case unclosedFence(line: Int)
    case unmatchedSamples(inputs: Int, outputs: Int)
    case tooManySamples(Int)

    /// For the setter.
    package var message: Localized {
        switch self {
        case .tooLarge(let bytes):
            Localized(
                zh: "题面有 \(bytes) 字节，上限是 \(ProblemParser.maximumBytes) 字节；请删去题面以外的内容",
                en:
                    "the problem takes \(bytes) bytes, the limit is \(ProblemParser.maximumBytes); please remove what is not the statement"
            )
        case .nulByte(let line):
            Localized(
                zh: "第 \(line) 行有空字符（NUL）；请另存为纯文本",
                en: "line \(line) holds a NUL byte; please save the file as plain text")
        case .missingTitle:
            Localized(zh: "缺少标题；请在开头写一行 “# 标题”", en: "the title is missing; begin with a line '# Title'")
        case .missingSection(let name):
            Localized(
                zh: "缺少“\(name.chinese)”一节；请加上 “## \(name.chinese)”",
                en: "the section '\(name.english)' is missing; add '## \(name.english)'")
        case .repeatedSection(let line, let heading):
            Localized(
                zh: "第 \(line) 行：“\(heading)” 一节出现了两次；请合并",
                en: "line \(line): the section '\(heading)' appears twice; please merge them")
        case .unknownHeading(let line, let heading):
            Localized(
                zh: "第 \(line) 行：不认识的标题 “\(heading)”；可用：题目描述、输入格式、输出格式、数据范围、样例输入、样例输出、提示",
                en:
                    "line \(line): unknown heading '\(heading)'; use Description, Input, Output, Constraints, Sample Input, Sample Output or Note"
            )
        case .sampleWithoutBlock(let line, let heading):
            Localized(
                zh: "第 \(line) 行：“\(heading)” 下面没有代码块；请把样例放在 ``` 之间",
                en: "line \(line): no fenced block under '\(heading)'; put the sample between ``` lines")
        case .unclosedFence(let line):
            Localized(
                zh: "第 \(line) 行开始的代码块没有结束；请补上结尾的 ```",
                en: "the fenced block of line \(line) is not closed; add the closing ```")
        case .unmatchedSamples(let inputs, let outputs):
            Localized(
                zh: "样例输入有 \(inputs) 个，样例输出有 \(outputs) 个；请一一对应",
                en: "there are \(inputs) sample inputs and \(outputs) sample outputs; please pair them")
        case .tooManySamples(let count):
            Localized(
                zh: "样例有 \(count) 个，最多 \(ProblemParser.maximumSamples) 个",
                en: "there are \(count) samples; at most \(ProblemParser.maximumSamples) are allowed")
        }
    }
}
