import ArgumentParser
import MaigenDomain

/// ArgumentParser speaks English only. This puts its help and its complaints about options into the reader's language;
/// what it does not know stays as it is.
enum UsageText {
    /// Help, a version, or a complaint with the usage behind it, as ArgumentParser words it, in both languages.
    static func localized(_ english: String) -> Localized {
        var chinese = english.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            labels.reduce(String(line)) { $0.replacing($1.english, with: $1.chinese) }
        }
        if let first = chinese.first, first.hasPrefix("Error: ") { chinese[0] = complaint(first) }
        return Localized(zh: chinese.joined(separator: "\n"), en: english)
    }

    private static let labels: [(english: String, chinese: String)] = [
        ("OVERVIEW: ", "简介："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "命令："), ("(default: ", "（默认："), ("(values: ", "（可取："), ("; default: ", "；默认："),
        ("  See '", "  详见 '"), (" for more information.", ""), (" for detailed help.", ""),
        ("Show the version.", "显示版本"), ("Show help information.", "显示帮助"),
        ("Show subcommand help information.", "显示某个命令的帮助"), ("Help:  ", "说明："),
    ]

    private static func complaint(_ line: String) -> String {
        if let match = line.wholeMatch(of: /Error: Missing expected argument (.+)/) {
            return "错误：缺少参数 \(match.1)"
        }
        if let match = line.wholeMatch(of: /Error: Missing value for (.+)/) {
            return "错误：\(match.1) 后面缺少值"
        }
        if let match = line.wholeMatch(of: /Error: Unknown option (.+?)(?:\. Did you mean (.+)\?)?/) {
            return "错误：没有选项 \(match.1)" + (match.2.map { "；是否想写 \($0)？" } ?? "")
        }
        if let match = line.wholeMatch(of: /Error: The value '(.*)' is invalid for '(.+?)'(.*)/) {
            return "错误：“\(match.1)” 不能作为 \(match.2) 的值"
        }
        if let match = line.wholeMatch(of: /Error: (?:\d+ u|U)nexpected arguments?:? (.+)/) {
            return "错误：多余的参数 \(match.1)"
        }
        return line.replacing("Error: ", with: "错误：")
    }
}
