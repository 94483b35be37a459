/// What the statement calls each variable: "the number $m$ of roads", "$k$ couriers", "the weight in grams".
///
/// A sentence may bound a value by its meaning instead of its name; this is how such a sentence finds its variable.
struct Glossary: Sendable {
    /// By identifier: stems (of Chinese, phrases) of the things a variable counts …
    private var counted: [String: Set<String>] = [:]
    /// … and of everything that is said of its meaning.
    private var said: [String: Set<String>] = [:]
    /// Plural words said of several names at once: "the coordinates" of x and y.
    private var shared: [String: Set<String>] = [:]
    private let table: VariableTable

    init(_ reading: Reading, _ table: VariableTable, without section: Statement.Section? = nil) {
        self.table = table
        for statement in reading.statements where statement.statement.section != section {
            let tokens = statement.statement.tokens
            for position in tokens.indices {
                readCount(tokens, at: position)
                readApposition(tokens, at: position)
                readCopula(tokens, at: position)
                readPair(tokens, at: position)
            }
            if statement.statement.section == .input { readTail(tokens) }
        }
        // A value without a name is what its sentence tells.
        for variable in table.variables {
            let tokens = reading.statements[variable.statement].statement.tokens
            let isNamed = tokens.contains { if case .name(variable.name.base) = $0.kind { true } else { false } }
            if !variable.entry.meaning.isEmpty {
                let words = variable.entry.meaning
                said[variable.identifier, default: []].formUnion(Self.meaning(words))
                if let number = words.firstIndex(where: { $0.kind == .word("number") }), number + 2 <= words.count {
                    counted[variable.identifier, default: []].formUnion(Self.stems(words[(number + 2)...]))
                }
                let text = words.filter(\.isHan).map(\.text).joined()
                for ending in Self.countEndings where text.hasSuffix(ending) {
                    counted[variable.identifier, default: []].insert(
                        String(text.dropLast(ending.count)).trimmedParticles)
                }
            } else if !isNamed {
                shared[variable.identifier, default: []].formUnion(Self.meaning(tokens))
            }
        }
    }

    /// The variables that count `things`.
    func counting(_ things: Set<String>) -> [Variable] {
        table.variables.filter { variable in
            !variable.isList
                && (counted[variable.identifier] ?? []).contains { known in
                    things.contains { Self.agree(known, $0) }
                }
        }
    }

    /// The variables of whose meaning one of the words is a part.
    func called(_ words: Set<String>) -> [Variable] {
        table.variables.filter { variable in
            let all = (said[variable.identifier] ?? []).union(shared[variable.identifier] ?? [])
            return !all.isDisjoint(with: words)
        }
    }

    /// The variables whose meaning the words tell best; several only where they share one meaning.
    func meant(
        by words: Set<String>, head: String? = nil, among isCandidate: (Variable) -> Bool = { _ in true }
    ) -> [Variable] {
        // What the sentence is about comes before whose it is: "每件包裹的重量", "the weight of a parcel".
        if let head {
            let heads = best([head], in: said, isCandidate)
            if !heads.isEmpty { return heads }
        }
        if words == ["coordinate"] || words == ["坐标"] {
            let fitting = table.variables.filter { variable in
                variable.kind != .string && isCandidate(variable)
                    && !(said[variable.identifier] ?? []).union(shared[variable.identifier] ?? []).isDisjoint(
                        with: Self.places.union(["coordinate"]))
            }
            if !fitting.isEmpty { return fitting }
        }
        let own = best(words, in: said, isCandidate)
        return own.isEmpty ? best(words, in: shared, isCandidate) : own
    }

    private func best(
        _ words: Set<String>, in said: [String: Set<String>], _ isCandidate: (Variable) -> Bool
    ) -> [Variable] {
        let scored = table.variables.filter(isCandidate).map { variable in
            (
                variable,
                words.filter { word in (said[variable.identifier] ?? []).contains { Self.agree($0, word) } }.count
            )
        }
        guard let best = scored.map(\.1).max(), best > 0 else { return [] }
        let top = scored.filter { $0.1 == best }.map(\.0)
        guard let first = top.first else { return [] }
        // "The coordinates" are all of a line that are called so.
        func matched(_ variable: Variable) -> Set<String> {
            words.filter { word in (said[variable.identifier] ?? []).contains { Self.agree($0, word) } }
        }
        let share = top.allSatisfy { $0.statement == first.statement && matched($0) == matched(first) }
        return top.count == 1 || share ? top : []
    }

    private static func agree(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let first = a.unicodeScalars.first, first.isHan else { return false }
        return b.count >= 2 && a.count >= 2 && (a.hasSuffix(b) || b.hasSuffix(a))
    }

    // MARK: patterns

    private static let numberOf = PhraseTable<Bool>([
        ("[the] number {x} of [the|all]", true), ("{x} is|denotes|= [the] number of [the|all]", true),
    ])
    private static let numberThenName = PhraseTable<Bool>([("[the] number of [the] {words} [,] {x}", true)])
    private static let chineseCount = PhraseTable<Bool>([
        ("{words} [的] 个数|数量|数目|人数|总数|次数|条数|道数|对数|件数|天数|种数|组数|行数|列数 [为|是] {x}", true),
        ("{words} 数 [量] [为|是] {x}", true),
    ])
    static let measures: Set<String> = [
        "个", "名", "位", "座", "条", "道", "头", "只", "种", "次", "件", "本", "棵", "朵", "盏", "辆", "颗", "堆", "天", "家", "张",
        "枚", "块", "根", "段", "间", "台", "对", "艘", "扇", "把", "株", "群", "列", "排", "桶", "箱", "袋", "份",
    ]

    private mutating func readCount(_ tokens: [TextToken], at position: Int) {
        if let (_, match) = Self.numberOf.match(tokens, at: position), let term = match.terms["x"] {
            note(term, counts: Self.stems(tokens[match.end...]))
        }
        if let (_, match) = Self.numberThenName.match(tokens, at: position), let term = match.terms["x"] {
            note(term, counts: Set(match.words.map(Self.stem)).subtracting(Self.stopWords))
        }
        if let (_, match) = Self.chineseCount.match(tokens, at: position), let term = match.terms["x"] {
            note(term, counts: [match.words.joined().trimmedParticles])
        }
        guard let (name, end) = TermParser.name(in: tokens, at: position), end < tokens.count else { return }
        if case .word(let measure) = tokens[end].kind, Self.measures.contains(measure) {
            note(.name(name), counts: Self.phrase(tokens[(end + 1)...]))
        } else if tokens[end].isWord, !tokens[end].isHan {
            let things = Self.stems(tokens[end...]).filter { !$0.isEmpty }
            if let last = Self.run(tokens[end...]).last, last.hasSuffix("s") { note(.name(name), counts: things) }
        }
    }

    private static let pairs = PhraseTable<Bool>([
        ("( {names} ) is|are|denotes|denote [the] [{word}] position|positions|coordinates|location", true)
    ])

    /// "$(a, b)$ is the position"
    private mutating func readPair(_ tokens: [TextToken], at position: Int) {
        guard let (_, match) = Self.pairs.match(tokens, at: position) else { return }
        for name in match.names { note(.name(name), says: ["coordinate", "position"]) }
    }

    /// "radius $r$", "a load limit of $c$ kilograms", "重量为 $x$"
    private mutating func readApposition(_ tokens: [TextToken], at position: Int) {
        guard case .name = tokens[position].kind, position > 0,
            let (list, _) = NameList.names(in: tokens, at: position)
        else { return }
        var words: [String] = []
        var index = position - 1
        while index >= 0, case .word(let word) = tokens[index].kind, words.count < (tokens[index].isHan ? 6 : 4) {
            words.insert(word, at: 0)
            index -= 1
        }
        if tokens[position - 1].isHan {
            let text = words.joined().trimmedParticles
            if text.count >= 2 {
                let pieces = Self.meaning(Array(tokens[(index + 1)..<position])).filter { piece in
                    !piece.contains { "一两三个是为第整数每各其有".contains($0) }
                }
                for name in list.names {
                    note(.name(name), says: pieces.union([String(text.suffix(2)), String(text.suffix(4))]))
                }
            }
        } else if words.last == "of" || words.last.map({ !Self.stopWords.contains($0) }) == true {
            for name in list.names { note(.name(name), says: Set(words.map(Self.stem)).subtracting(Self.stopWords)) }
        }
    }

    private static let copulas = PhraseTable<Bool>([
        ("是|为|表示|代表 [第] [{i}] {words}", true), ("is|denotes|represents|gives the {word}", true),
        ("is|denotes|represents|gives the {word} {word}", true),
    ])

    /// "第 i 个整数 a_i 是第 i 封信的邮编", "where c_i is the price of the i-th present"
    private mutating func readCopula(_ tokens: [TextToken], at position: Int) {
        guard case .name = tokens[position].kind, let (name, end) = TermParser.name(in: tokens, at: position),
            end < tokens.count, Self.copulas.match(tokens, at: end) != nil
        else { return }
        let clauseEnd = tokens[end...].firstIndex(where: WordedBounds.isBreak) ?? tokens.count
        let clause = tokens[(end + 1)..<clauseEnd]
        if clause.first?.isHan == true {
            let text = clause.suffix(6).filter(\.isHan).map(\.text).joined().trimmedParticles
            if text.count >= 2 { note(.name(name), says: [String(text.suffix(2)), String(text.suffix(4))]) }
        } else {
            let words = clause.prefix { $0.kind != .word("of") }.compactMap(\.plainWord)
            note(.name(name), says: Set(words.map(Self.stem)).subtracting(Self.stopWords))
        }
    }

    /// "two integers n and m, the number of flowers and the number of sprinklers"
    private mutating func readTail(_ tokens: [TextToken]) {
        var position = 0
        while position < tokens.count {
            guard case .name = tokens[position].kind, let (list, end) = NameList.names(in: tokens, at: position) else {
                position += 1
                continue
            }
            position = end
            let names = list.names.filter { !table.matching($0).isEmpty }
            guard !names.isEmpty, let parts = Self.parts(tokens[end...], names.count) else { continue }
            for (index, name) in names.enumerated() {
                guard parts.count == names.count else {
                    let words = parts.flatMap { $0 }.filter {
                        $0.isHan || $0.text.hasSuffix("s") || $0.text == "position"
                    }
                    for variable in table.matching(name) {
                        shared[variable.identifier, default: []].formUnion(Self.meaning(words))
                    }
                    continue
                }
                let part = parts[index]
                note(.name(name), says: Self.meaning(part))
                if let number = part.firstIndex(where: { $0.kind == .word("number") }), number + 1 < part.count {
                    note(.name(name), counts: Self.stems(part[(number + 2)...]))
                }
                let text = part.filter(\.isHan).map(\.text).joined()
                for ending in Self.countEndings where text.hasSuffix(ending) {
                    note(.name(name), counts: [String(text.dropLast(ending.count)).trimmedParticles])
                }
            }
        }
    }

    private static let countEndings = ["的个数", "的数量", "的数目", "的人数", "的条数", "的总数", "的次数", "的对数", "的道数", "数量", "个数", "数"]

    /// The explanation after names, cut where it tells of several.
    private static func parts(_ tokens: ArraySlice<TextToken>, _ count: Int) -> [[TextToken]]? {
        var position = tokens.startIndex
        // Over "(1 ≤ n ≤ 5)".
        if position < tokens.endIndex, tokens[position].isSymbol(.openParenthesis),
            let close = tokens[position...].firstIndex(where: { $0.isSymbol(.closeParenthesis) })
        {
            position = close + 1
        }
        if position < tokens.endIndex, tokens[position].kind == .word("each") { position += 1 }
        guard position < tokens.endIndex else { return nil }
        switch tokens[position].kind {
        case .symbol(.comma), .symbol(.wideComma), .symbol(.dash), .symbol(.colon), .word("表"), .word("分"), .word("依"):
            break
        default: return nil
        }
        // "where (a, b) is …": each name has a clause of its own.
        if position + 1 < tokens.endIndex, [.word("where"), .word("其")].contains(tokens[position + 1].kind) {
            return nil
        }
        var parts: [[TextToken]] = [[]]
        var depth = 0
        for token in tokens[position...] {
            if token.isSymbol(.openParenthesis) { depth += 1 }
            if token.isSymbol(.closeParenthesis) {
                depth = max(0, depth - 1)
                continue
            }
            if depth > 0 { continue }
            let isCut =
                [.comma, .wideComma, .pause, .dash, .colon].contains { token.isSymbol($0) }
                || [.word("and"), .word("和"), .word("与")].contains(token.kind)
            if isCut {
                if parts[parts.count - 1].contains(where: \.isWord) { parts.append([]) }
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        parts.removeAll { !$0.contains(where: \.isWord) }
        // What comes after an explanation explains no more: "，最多保留两位小数", "，接下来 n 行".
        if let end = parts.firstIndex(where: { part in
            part.indices.contains { AlarmPhrases.alarmsInTail(part, at: $0) }
                || AlarmPhrases.superlatives.match(part, at: 0) != nil
        }) {
            parts = Array(parts[..<end])
        }
        if parts.isEmpty { return nil }
        if parts.count == count || count > 1 && parts.count == 1 { return parts }
        return count == 1 ? [parts[0]] : parts.count > count ? Array(parts.prefix(count)) : [parts.flatMap { $0 }]
    }

    // MARK: notes

    private mutating func note(_ term: Term, counts things: Set<String> = [], says words: Set<String> = []) {
        guard case .name(let name) = term else { return }
        for variable in table.matching(name) {
            if !variable.isList { counted[variable.identifier, default: []].formUnion(things.filter { !$0.isEmpty }) }
            said[variable.identifier, default: []].formUnion(words.union(things).filter { !$0.isEmpty })
        }
    }

    // MARK: words

    static let stopWords: Set<String> = [
        "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "with", "and", "or", "is", "are", "that",
        "which",
        "who", "whose", "its", "their", "each", "every", "all", "by", "per", "as", "will", "can", "has", "have", "be",
        "it", "this", "these", "those", "not", "no", "where", "there", "they", "them", "he", "she", "we", "you", "was",
        "were", "respectively", "such", "any", "some", "other", "than", "then", "number", "numbers", "value", "values",
        "everyone", "everybody", "nobody", "integer", "integers", "two", "three", "one", "both", "given", "denote",
        "denotes", "describing", "denoting",
    ]

    /// Words for places mean coordinates.
    private static let places: Set<String> = ["position", "point", "location", "place", "corner", "坐标", "位置"]

    /// What an adjective of measure measures: "at most 5 metres wide" is about the width.
    static let measuresByAdjective: [String: String] = [
        "wide": "width", "wider": "width", "high": "height", "higher": "height", "tall": "height", "taller": "height",
        "long": "length", "longer": "length", "heavy": "weight", "heavier": "weight", "deep": "depth",
        "deeper": "depth", "thick": "thickness", "thicker": "thickness", "old": "age", "older": "age",
    ]

    static func stem(_ word: String) -> String {
        if word.count > 5, word.hasSuffix("ed"), !word.hasSuffix("eed") { return String(word.dropLast(2)) }
        if word.hasSuffix("ies"), word.count > 4 { return String(word.dropLast(3)) + "y" }
        for ending in ["ses", "xes", "ches", "shes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
        return word.hasSuffix("s") && !word.hasSuffix("ss") && word.count > 2 ? String(word.dropLast()) : word
    }

    /// The words up to the first that carries no meaning.
    private static func run(_ tokens: ArraySlice<TextToken>) -> [String] {
        var result: [String] = []
        for token in tokens {
            guard case .word(let word) = token.kind, !stopWords.contains(word), !token.isHan, result.count < 3 else {
                break
            }
            result.append(word)
        }
        return result
    }

    static func stems(_ tokens: ArraySlice<TextToken>) -> Set<String> { Set(run(tokens).map(stem)) }

    /// The Chinese words at the start: "寨子" of "寨子组成".
    static func phrase(_ tokens: ArraySlice<TextToken>) -> Set<String> {
        var text = ""
        for token in tokens {
            guard token.isHan, !"的，在和与是有为，排站围排".contains(token.text), text.count < 4 else { break }
            text += token.text
        }
        return Set(
            (2...4).filter { $0 <= text.count }.map { String(text.prefix($0)) } + (text.count == 1 ? [text] : []))
    }

    /// All words with a meaning: stems, or every piece of two to four characters of the Chinese text.
    static func meaning(_ tokens: [TextToken]) -> Set<String> {
        var result: Set<String> = []
        var text = ""
        for token in tokens {
            guard let word = token.plainWord else {
                if !text.isEmpty { text += "，" }
                continue
            }
            if token.text.unicodeScalars.first?.isHan == true {
                text += word
            } else if !stopWords.contains(word) {
                result.insert(stem(word))
            }
        }
        for piece in text.split(separator: "，") {
            let characters = Array(piece)
            for start in characters.indices where start + 2 <= characters.count {
                result.insert(String(characters[start..<(start + 2)]))
            }
        }
        return result.filter { !$0.contains("的") && !["表示", "分别", "整数", "一个", "两个", "所有", "每个"].contains($0) }
    }
}

extension String {
    /// Without particles and verbs of telling at both ends.
    fileprivate var trimmedParticles: String {
        var text = self
        while let last = text.last, "的为是有了共总".contains(last) { text.removeLast() }
        for start in ["表示", "分别", "一共有", "共有", "其中", "有", "为", "是", "的"] where text.hasPrefix(start) {
            text.removeFirst(start.count)
        }
        return text
    }
}
