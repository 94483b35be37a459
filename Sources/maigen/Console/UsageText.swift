import ArgumentParser
import MaigenDomain

/// What ArgumentParser says, in the reader's language. It speaks English only; what is not known here stays as it is.
enum UsageText {
    /// Help, a version, or a complaint with the usage behind it.
    static func localized(_ english: String) -> Localized {
        var lines = english.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            labels.reduce(String(line)) { $0.replacing($1.english, with: $1.chinese) }
        }
        if let first = lines.first, first.hasPrefix("Error: ") {
            lines[0] = "错误：" + complaint(first.dropFirst(7))
        }
        return Localized(zh: lines.joined(separator: "\n"), en: english)
    }

    /// The first line of a complaint, without the usage and the word "error".
    static func reason(_ english: String) -> Localized {
        let line = english.prefix { $0 != "\n" }
        let bare = line.hasPrefix("Error: ") ? line.dropFirst(7) : line
        return Localized(zh: complaint(bare), en: String(bare))
    }

    private static let labels: [(english: String, chinese: String)] = [
        ("OVERVIEW: ", "简介："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "命令："), ("(values: ", "(可取："), ("default: ", "默认："), ("Help:  ", "说明："), ("  See '", "  详见 '"),
        (" for more information.", ""), (" for detailed help.", ""), ("Show the version.", "显示版本"),
        ("Show help information.", "显示帮助"), ("Show subcommand help information.", "显示某个命令的帮助"),
    ]

    private static func complaint(_ line: Substring) -> String {
        if let match = line.wholeMatch(of: /Missing expected argument (.+)/) {
            return "缺少参数 \(match.1)"
        }
        if let match = line.wholeMatch(of: /Missing value for (.+)/) {
            return "\(match.1) 后面缺少值"
        }
        if let match = line.wholeMatch(of: /Unknown option (.+?)(?:\. Did you mean (.+)\?)?/) {
            return "没有选项 \(match.1)" + (match.2.map { "；是否想写 \($0)？" } ?? "")
        }
        if let match = line.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'.*/) {
            return "“\(match.1)” 不能作为 \(match.2) 的值"
        }
        if let match = line.wholeMatch(of: /The option '(.+)' does not take any value, but '(.*)' was specified\./) {
            return "选项 \(match.1) 不带值，却写了 “\(match.2)”"
        }
        if let match = line.wholeMatch(of: /(?:\d+ u|U)nexpected arguments?:? (.+)/) {
            return "多余的参数 \(match.1)"
        }
        return String(line)
    }
}
