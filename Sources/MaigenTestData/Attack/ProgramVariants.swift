/// Cheap variants of a standard program: the same text with one plausible mistake in each.
///
/// Where a test's output differs between the program and a variant, the test tells that mistake apart. All variants stand in
/// one source text, each in a namespace of its own, so that one compilation serves them all; `variants K < input` runs
/// the K-th. Raw string literals, specialisations of `std` templates and the like may keep that text from compiling; the
/// caller then leaves out the variants that the compiler names, or does without.
package struct ProgramVariants: Sendable, Hashable {
    /// The mistakes.
    package enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// `int` for `long long`, everywhere.
        case narrowIntegers
        /// A large constant becomes 10^9.
        case smallInfinity
        /// `memset`, `fill`, `clear` or `assign` left out.
        case notCleared
        /// `<` for `<=` and the like.
        case comparison
        /// `+ 1` or `- 1` left out, or a loop that begins one later.
        case offByOne
        /// `&&` for `||` and the reverse.
        case connective
        /// `break` or `continue` left out.
        case noJump
        /// `max` for `min` and the reverse.
        case extreme
        /// `float` for `double`.
        case narrowReals
        /// A remainder left out.
        case noRemainder
        /// Decimals cut off where the program rounds.
        case noRounding
    }

    package struct Variant: Sendable, Hashable {
        package var kind: Kind
        /// Where the standard program is changed; the first place where there are several.
        package var line: Int
        fileprivate var text: String
    }

    package private(set) var variants: [Variant]
    private let directives: String
    /// The most variants of one program.
    private static let greatestCount = 24

    /// - Returns: nil for a program without a `main` that could be renamed.
    package init?(of source: String) {
        let tokens = CppToken.tokens(of: source)
        guard let body = Self.renamedMain(tokens.filter { $0.kind != .directive }) else { return nil }
        directives = tokens.filter { $0.kind == .directive }.map(\.text).joined(separator: "\n")
        variants = []
        for (kind, place, changed) in Self.changes(body) {
            variants.append(Variant(kind: kind, line: place, text: Self.text(changed)))
        }
    }

    /// The program with all variants; its first argument is the place of one in `variants`.
    package var source: String {
        var lines = [directives]
        for (index, variant) in variants.enumerated() {
            lines.append("namespace variant\(index) {\n#line 1 \"variant\(index)\"\n\(variant.text)\n}")
        }
        lines += [
            "#line 1 \"choice\"", "int main(int, char** arguments) {", "    int number = 0;",
            "    for (const char* digit = arguments[1]; *digit; digit++) number = number * 10 + (*digit - '0');",
            "    switch (number) {",
        ]
        for index in variants.indices { lines.append("    case \(index): return variant\(index)::maigenProgram();") }
        return (lines + ["    }", "    return 120;", "}"]).joined(separator: "\n") + "\n"
    }

    /// Without the variants that the compiler's messages name.
    package func without(namedIn diagnostics: String) -> ProgramVariants {
        var result = self
        result.variants = variants.enumerated().filter { index, _ in
            !diagnostics.contains("variant\(index):") && !diagnostics.contains("variant\(index)::")
        }.map(\.element)
        return result
    }

    // MARK: - The text

    /// The tokens with `main` called otherwise and made to return.
    private static func renamedMain(_ tokens: [CppToken]) -> [CppToken]? {
        guard
            let place = tokens.indices.dropFirst().first(where: {
                tokens[$0].text == "main" && tokens[$0 - 1].text == "int"
            }),
            let open = tokens[place...].firstIndex(where: { $0.text == "{" }),
            // Arguments would not come through.
            tokens[place..<open].map(\.text) == ["main", "(", ")"]
                || tokens[place..<open].map(\.text) == ["main", "(", "void", ")"]
        else { return nil }
        var depth = 0
        guard
            let close = tokens[open...].indices.first(where: { index in
                depth += tokens[index].text == "{" ? 1 : tokens[index].text == "}" ? -1 : 0
                return depth == 0
            })
        else { return nil }
        var result = tokens
        result[place].text = "maigenProgram"
        let end = [("return", CppToken.Kind.word), ("0", .number), (";", .symbol)].map { text, kind in
            CppToken(kind: kind, text: text, isSpacedBefore: true, isSpacedAfter: true, line: tokens[close].line)
        }
        result.insert(contentsOf: end, at: close)
        return result
    }

    private static func text(_ tokens: [CppToken]) -> String {
        var text = ""
        var line = 0
        for token in tokens {
            text += token.line != line ? "\n" : " "
            line = token.line
            text += token.text
        }
        return text
    }

    // MARK: - The changes

    private typealias Change = (kind: Kind, line: Int, tokens: [CppToken])

    /// Some of every kind, spread over the program.
    private static func changes(_ tokens: [CppToken]) -> [Change] {
        let limits: [(Kind, Int)] = [
            (.narrowIntegers, 1), (.narrowReals, 1), (.smallInfinity, 2), (.notCleared, 3), (.comparison, 8),
            (.offByOne, 6), (.noJump, 2), (.connective, 2), (.extreme, 3), (.noRemainder, 2),
            (.noRounding, 1),
        ]
        var result: [Change] = []
        for (kind, limit) in limits {
            let places = self.places(of: kind, in: tokens)
            // As many as are wanted, at equal distances.
            let count = min(limit, places.count, greatestCount - result.count)
            for index in 0..<count {
                let place = places[index * places.count / count]
                result.append((kind, tokens[place].line, changed(tokens, at: place, kind)))
            }
        }
        return result
    }

    private static func places(of kind: Kind, in tokens: [CppToken]) -> [Int] {
        let places = tokens.indices.filter { matches(kind, tokens, $0) }
        switch kind {
        case .narrowIntegers, .narrowReals: return Array(places.prefix(1))
        default: return places
        }
    }

    private static func matches(_ kind: Kind, _ tokens: [CppToken], _ place: Int) -> Bool {
        let token = tokens[place]
        func text(_ distance: Int) -> String {
            tokens.indices.contains(place + distance) ? tokens[place + distance].text : ""
        }
        switch kind {
        case .narrowIntegers: return token.text == "long" && text(1) == "long" || token.text == "int64_t"
        case .narrowReals: return token.text == "double"
        case .smallInfinity:
            return ["LLONG_MAX", "INT64_MAX"].contains(token.text)
                || token.kind == .number && (value(token.text) ?? 0) >= 1e15
        case .notCleared:
            let isCall = text(1) == "("
            return isCall
                && (["memset", "fill"].contains(token.text) && ["{", "}", ";", ")", "::"].contains(text(-1))
                    || ["clear", "assign"].contains(token.text) && text(-1) == ".")
                && statement(tokens, around: place) != nil
        case .comparison:
            return ["<=", ">=", "<", ">"].contains(token.text)
                && (token.text.count == 2 || token.isSpacedBefore && token.isSpacedAfter)
        case .offByOne:
            let isStep = (token.text == "+" || token.text == "-") && text(1) == "1" && ![".", "L"].contains(text(2))
            let isStart = token.text == "=" && ["0", "1"].contains(text(1)) && text(2) == ";" && isLoop(tokens, place)
            return isStep || isStart
        case .connective: return token.text == "&&" || token.text == "||"
        case .noJump: return ["break", "continue"].contains(token.text) && text(1) == ";"
        case .extreme: return ["min", "max"].contains(token.text) && text(1) == "(" && text(2) != ")"
        case .noRounding: return ["llround", "lround", "round"].contains(token.text) && text(1) == "("
        case .noRemainder:
            return token.text == "%" && tokens.indices.contains(place + 1) && ![")", "("].contains(text(1))
        }
    }

    private static func changed(_ tokens: [CppToken], at place: Int, _ kind: Kind) -> [CppToken] {
        var result = tokens
        let text = tokens[place].text
        switch kind {
        case .narrowIntegers:
            var index = 0
            while index < result.count {
                if result[index].text == "long", index + 1 < result.count, result[index + 1].text == "long" {
                    result[index].text = "int"
                    result.remove(at: index + 1)
                } else if result[index].text == "int64_t" {
                    result[index].text = "int"
                } else if result[index].kind == .number, result[index].text.uppercased().hasSuffix("LL") {
                    result[index].text = String(result[index].text.prefix { !"lLuU".contains($0) })
                    if (value(result[index].text) ?? 0) > 2e9 { result[index].text = "2000000000" }
                }
                index += 1
            }
        case .narrowReals:
            for index in result.indices where result[index].text == "double" { result[index].text = "float" }
        case .smallInfinity: result[place].text = "1000000000"
        case .notCleared:
            if let range = statement(tokens, around: place) { result.removeSubrange(range) }
        case .comparison: result[place].text = text.count == 2 ? String(text.prefix(1)) : text + "="
        case .offByOne:
            if text == "=" {
                result[place + 1].text = tokens[place + 1].text == "0" ? "1" : "2"
            } else {
                result[place + 1].text = "0"
            }
        case .connective: result[place].text = text == "&&" ? "||" : "&&"
        case .noJump: result[place].text = ""
        case .extreme: result[place].text = text == "min" ? "max" : "min"
        case .noRounding:
            result[place].text = "(long long)"
            if place >= 2, tokens[place - 1].text == "::", tokens[place - 2].text == "std" {
                result.removeSubrange(place - 2..<place)
            }
        case .noRemainder:
            // "x % m" becomes "x + 0 * m".
            result[place].text = "+ 0 *"
        }
        return result
    }

    /// The statement without its semicolon, from what ends the one before it.
    private static func statement(_ tokens: [CppToken], around place: Int) -> Range<Int>? {
        guard let end = tokens[place...].firstIndex(where: { $0.text == ";" }),
            let before = tokens[..<place].lastIndex(where: { ["{", "}", ";", ")", "else"].contains($0.text) })
        else { return nil }
        return before + 1..<end
    }

    /// Whether the place stands in the head of a `for`.
    private static func isLoop(_ tokens: [CppToken], _ place: Int) -> Bool {
        guard let open = tokens[..<place].lastIndex(where: { ["(", ")", ";", "{", "}"].contains($0.text) }) else {
            return false
        }
        return open > 0 && tokens[open].text == "(" && tokens[open - 1].text == "for"
    }

    private static func value(_ number: String) -> Double? {
        let digits = number.filter { $0 != "'" }.prefix { !"lLuUfF".contains($0) }
        return digits.hasPrefix("0x") ? Int(digits.dropFirst(2), radix: 16).map(Double.init) : Double(digits)
    }
}
