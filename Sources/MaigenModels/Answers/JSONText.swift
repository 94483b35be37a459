import MaigenDomain

/// Finds the JSON in what a model says.
package enum JSONText {
    /// The first JSON value in `answer`: the answer itself, or what stands in a code fence, or the first object or list
    /// between words. Thoughts in front (`<think>…</think>`) are passed over. nil where there is none.
    package static func found(in answer: String) -> (text: String, value: JSONValue)? {
        let answer = withoutThoughts(answer)
        if let value = JSONValue(text: answer) { return (answer, value) }
        for candidate in fenced(answer) + [enclosed(answer)].compactMap(\.self) {
            if let value = JSONValue(text: candidate) { return (candidate, value) }
        }
        return nil
    }

    /// The answer behind what the model thought aloud in front of it.
    package static func withoutThoughts(_ answer: String) -> String {
        let trimmed = answer.trimmed
        guard trimmed.hasPrefix("<think>"), let end = trimmed.range(of: "</think>") else { return trimmed }
        return String(trimmed[end.upperBound...]).trimmed
    }

    /// What stands in code fences, at most the first eight.
    private static func fenced(_ answer: String) -> [String] {
        let parts = answer.split(separator: "```", maxSplits: 17, omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).map { index in
            // The first line names the language.
            let part = parts[index]
            guard let line = part.firstIndex(where: \.isNewline) else { return String(part) }
            let name = part[..<line].trimmingPrefix { $0 == " " }
            return name.allSatisfy { $0.isLetter || $0.isWhitespace } ? String(part[line...]).trimmed : String(part)
        }
    }

    /// From the first opening bracket to the one that closes it, read once from left to right.
    private static func enclosed(_ answer: String) -> String? {
        let bytes = Array(answer.utf8)
        guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
            return nil
        }
        var (depth, isText, isEscaped) = (0, false, false)
        for (index, byte) in bytes[start...].enumerated() {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return String(decoding: bytes[start...(start + index)], as: UTF8.self) }
            default: break
            }
        }
        return nil
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
