import MaigenDomain
import MaigenFiles

/// The first place where two outputs differ.
package struct OutputDifference: Sendable, Hashable {
    /// Counted from 1.
    package var line: Int
    /// The expected line, shortened; nil where the expected output has ended.
    package var expected: String?
    /// The line that was there instead, shortened; nil where the output has ended.
    package var actual: String?

    package init(line: Int, expected: String?, actual: String?) {
        self.line = line
        self.expected = expected
        self.actual = actual
    }

    /// For people, without a full stop.
    var text: Localized {
        func shown(_ line: String?) -> Localized {
            switch line {
            case nil: Localized(zh: "输出结束", en: "the end of the output")
            case "": Localized(zh: "空行", en: "an empty line")
            case let line?: Localized(verbatim: "`\(line)`")
            }
        }
        return Localized(
            zh: "第 \(line) 行应为\(shown(expected).chinese)，实为\(shown(actual).chinese)",
            en: "line \(line): expected \(shown(expected).english), got \(shown(actual).english)")
    }

    /// Compares two files as contest checkers do: spaces at the ends of lines and empty lines at the end count for
    /// nothing. Nil where nothing else differs.
    static func between(expected: String, actual: String) throws(FileFault) -> OutputDifference? {
        var wanted = try LineReader(expected)
        var got = try LineReader(actual)
        defer {
            wanted.close()
            got.close()
        }
        var line = 0
        while true {
            line += 1
            switch (try wanted.next(), try got.next()) {
            case (nil, nil):
                return nil
            case (let expected?, let actual?):
                if expected != actual { return OutputDifference(line: line, expected, actual) }
            case (let expected?, nil):
                if try !wanted.endsEmpty(after: expected) { return OutputDifference(line: line, expected, nil) }
                return nil
            case (nil, let actual?):
                if try !got.endsEmpty(after: actual) { return OutputDifference(line: line, nil, actual) }
                return nil
            }
        }
    }

    /// Shows the part of the lines around the first byte that differs.
    private init(line: Int, _ expected: [UInt8]?, _ actual: [UInt8]?) {
        let same = zip(expected ?? [], actual ?? []).prefix { $0 == $1 }.count
        let start = same > 60 ? same - 20 : 0
        func shown(_ bytes: [UInt8]?) -> String? {
            bytes.map { line in
                let part = String(decoding: line.dropFirst(start).prefix(400), as: UTF8.self)
                return (start > 0 ? "…" : "") + Excerpt.clean(part, limit: 100)
            }
        }
        self.init(line: line, expected: shown(expected), actual: shown(actual))
    }
}
