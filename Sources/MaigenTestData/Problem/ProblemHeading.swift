/// The sections of a problem and the headings people write for them.
enum ProblemHeading: Hashable {
    case description, input, output, constraints
    case sampleInput(Int?)
    case sampleOutput(Int?)
    /// A heading over several samples, whose own headings follow below.
    case samples
    /// Hints and remarks, among which bounds and promises may stand.
    case note
    /// Text that the analysis does not need: sources, explanations of samples.
    case ignored

    init?(_ heading: String) {
        var text = heading.trimmedBlanks.lowercased()
        while let last = text.last, ":：#*".contains(last) { text.removeLast() }
        while let first = text.first, "*【[".contains(first) { text.removeFirst() }
        while let last = text.last, "】]".contains(last) { text.removeLast() }
        text = text.trimmedBlanks
        if let known = Self.words[text] {
            self = known
            return
        }
        // "样例输入 2", "Sample Input #2", "Input 1"
        var number = ""
        while let last = text.last, last.isNumber {
            number = String(last) + number
            text.removeLast()
        }
        text = String(text.trimmedBlanks.filter { $0 != "#" }).trimmedBlanks
        let index = Int(number)
        if Self.sampleInputs.contains(text) {
            self = .sampleInput(index)
        } else if Self.sampleOutputs.contains(text) {
            self = .sampleOutput(index)
        } else if index != nil, Self.sampleTitles.contains(text) {
            self = .samples
        } else if Self.notePrefixes.contains(where: { text.hasPrefix($0) }) {
            self = .note
        } else if Self.ignoredPrefixes.contains(where: { text.hasPrefix($0) }) {
            self = .ignored
        } else {
            return nil
        }
    }

    private static let words: [String: ProblemHeading] = [
        "description": .description, "题目描述": .description, "problem description": .description, "描述": .description,
        "problem statement": .description, "statement": .description, "problem": .description, "题意": .description,
        "题目大意": .description, "题面": .description, "问题描述": .description, "题目背景": .ignored, "background": .ignored,
        "input": .input, "输入格式": .input, "输入": .input, "输入描述": .input, "输入说明": .input, "input format": .input,
        "input specification": .input, "输入数据": .input, "the input": .input,
        "output": .output, "输出格式": .output, "输出": .output, "输出描述": .output, "输出说明": .output,
        "output format": .output, "output specification": .output, "the output": .output, "输出数据": .output,
        "constraints": .constraints, "数据范围": .constraints, "数据范围与提示": .constraints, "数据范围与约定": .constraints,
        "数据规模与约定": .constraints, "数据规模和约定": .constraints, "数据规模": .constraints, "数据约定": .constraints,
        "数据范围及提示": .constraints, "数据范围和提示": .constraints, "约定": .constraints, "约束": .constraints, "约束条件": .constraints,
        "data range": .constraints, "limits": .constraints, "constraint": .constraints, "数据规模与提示": .constraints,
        "数据范围与说明": .constraints, "说明/提示": .constraints, "数据限制": .constraints,
        "样例": .samples, "examples": .samples, "example": .samples, "samples": .samples, "sample": .samples,
        "输入输出样例": .samples, "示例": .samples, "sample tests": .samples, "sample cases": .samples, "样例数据": .samples,
        "提示": .note, "note": .note, "notes": .note, "hint": .note, "hints": .note, "来源": .ignored,
        "source": .ignored, "样例解释": .ignored, "样例说明": .ignored, "explanation": .ignored, "说明": .note,
        "时间限制": .ignored, "内存限制": .ignored,
    ]
    private static let sampleInputs: Set<String> = [
        "sample input", "样例输入", "输入样例", "example input", "input sample", "输入示例", "示例输入", "input example", "样例 输入",
        "sample in",
    ]
    private static let sampleOutputs: Set<String> = [
        "sample output", "样例输出", "输出样例", "example output", "output sample", "输出示例", "示例输出", "output example", "样例 输出",
        "sample out",
    ]
    private static let sampleTitles: Set<String> = ["样例", "示例", "example", "sample", "输入输出样例", "样例数据"]
    private static let notePrefixes = ["note", "hint", "提示", "说明"]
    private static let ignoredPrefixes = [
        "样例解释", "样例说明", "样例", "explanation", "source", "来源", "time limit", "memory limit", "sample explanation",
    ]
}
