import MaigenDomain

/// Why a text is not an input of the specification.
package struct InputReadError: Error, Sendable, Hashable {
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in bytes.
    package var column: Int
    package var reason: Localized

    /// The reason with the place in front.
    package var message: Localized {
        Localized(
            zh: "第 \(line) 行第 \(column) 列：\(reason.chinese)", en: "line \(line), column \(column): \(reason.english)")
    }
}

/// What an input holds.
package struct InputReading: Sendable {
    /// The variables of the outermost block, and of repetitions of kind `rows` seen from outside.
    package var values: [String: InputValue] = [:]
    /// The least and greatest value of every bounded quantity that occurred, by the name `VariableBound` uses.
    package var reached: [String: Reached] = [:]
    /// Every token in reading order.
    package var tokens: [ReadToken] = []

    /// Least and greatest value: whole numbers as such, decimal numbers without superfluous zeros.
    package struct Reached: Sendable, Hashable {
        package var least: String
        package var greatest: String
    }
}

/// One token of an input and what it is.
package struct ReadToken: Sendable, Hashable {
    /// The variable; the structure's name for the ends of edges and parents.
    package var name: String
    /// Where it stands, in bytes.
    package var bytes: Range<Int>
    /// The range of a whole number at this place.
    package var lower: Int128?
    package var upper: Int128?
}

/// Reads inputs by a specification, strict to the byte: single spaces, LF line ends, no leading zeros, every range,
/// relation and structure. Only the C++ predicates are not checked.
package struct InputReader {
    private let specification: InputSpecification

    package init(_ specification: InputSpecification) {
        self.specification = specification
    }

    /// What `text` holds.
    package func read(_ text: String) throws(InputReadError) -> InputReading {
        try read(bytes: Array(text.utf8))
    }

    /// What `bytes` hold.
    package func read(bytes: [UInt8]) throws(InputReadError) -> InputReading {
        var run = InputReaderRun(bytes: bytes)
        try run.block(specification.body)
        guard run.position == bytes.count else {
            throw run.failure(Localized(zh: "输入到此应当结束", en: "the input should end here"))
        }
        return run.finish()
    }
}

/// One reading under way.
struct InputReaderRun {
    let bytes: [UInt8]
    var position = 0
    var values: [String: InputValue] = [:]
    var tokens: [ReadToken] = []
    var integersReached: [String: (least: Int128, greatest: Int128)] = [:]
    var realsReached: [String: (least: DecimalNumber, greatest: DecimalNumber)] = [:]
    /// Whether the next token is the first of its line.
    var atLineStart = true

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    func finish() -> InputReading {
        var reading = InputReading(values: values, tokens: tokens)
        for (name, ends) in integersReached {
            reading.reached[name] = .init(least: String(ends.least), greatest: String(ends.greatest))
        }
        for (name, ends) in realsReached {
            reading.reached[name] = .init(least: ends.least.text, greatest: ends.greatest.text)
        }
        return reading
    }

    // MARK: Errors and evaluation

    func failure(at offset: Int? = nil, _ reason: Localized) -> InputReadError {
        let end = min(offset ?? position, bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        return InputReadError(line: line, column: end - lineStart + 1, reason: reason)
    }

    func evaluate(_ expression: Expression) throws(InputReadError) -> Int128 {
        do {
            return try expression.evaluate { values[$0] }
        } catch {
            throw failure(.notComputable(expression.text, error))
        }
    }

    func count(_ expression: Expression) throws(InputReadError) -> Int {
        let value = try evaluate(expression)
        // No more rows or elements than bytes can follow, but for empty lists.
        guard value >= 0, value <= Int128(bytes.count + 1) else {
            throw failure(
                Localized(
                    zh: "这里应当有 \(expression.text) = \(value) 项，输入装不下",
                    en: "\(expression.text) = \(value) items should follow, which the input cannot hold"))
        }
        return Int(value)
    }

    func check(_ conditions: [Condition]) throws(InputReadError) {
        for condition in conditions {
            let holds: Bool
            do {
                holds = try condition.holds { values[$0] }
            } catch {
                throw failure(.notComputable(condition.text, error))
            }
            guard holds else {
                throw failure(Localized(zh: "不满足 \(condition.text)", en: "\(condition.text) does not hold"))
            }
        }
    }

    mutating func note(_ name: String, _ value: Int128) {
        let ends = integersReached[name] ?? (value, value)
        integersReached[name] = (min(ends.least, value), max(ends.greatest, value))
    }

    mutating func note(_ name: String, _ value: DecimalNumber) {
        let ends = realsReached[name] ?? (value, value)
        realsReached[name] = (min(ends.least, value), max(ends.greatest, value))
    }

    // MARK: Bytes

    /// Reads the separator before a token of the current line.
    mutating func separator() throws(InputReadError) {
        guard !atLineStart else {
            atLineStart = false
            return
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: " ") else {
            throw failure(Localized(zh: "这里应当有一个空格", en: "a single space is missing here"))
        }
        position += 1
    }

    mutating func lineEnd() throws(InputReadError) {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else {
            let found =
                position < bytes.count
                ? Localized(zh: "多余的内容", en: "something else") : Localized(zh: "文件结尾", en: "the end of the file")
            throw failure(
                Localized(
                    zh: "这一行应当在此结束，却是\(found.chinese)", en: "the line should end here, but there is \(found.english)"))
        }
        position += 1
        atLineStart = true
    }

    /// The bytes up to the next space or line end, which may be none.
    mutating func token() -> Range<Int> {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: " "), bytes[position] != UInt8(ascii: "\n") {
            position += 1
        }
        return start..<position
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Reads a whole number in a range as the next token.
    mutating func integer(_ name: String, _ lower: Int128, _ upper: Int128) throws(InputReadError) -> Int128 {
        try separator()
        let range = token()
        let digits = text(range)
        guard let value = Self.strictInteger(digits) else {
            position = range.lowerBound
            throw failure(
                Localized(
                    zh: "“\(digits.prefix(30))” 不是 \(name) 应有的整数",
                    en: "'\(digits.prefix(30))' is not a whole number for \(name)"))
        }
        guard lower <= value, value <= upper else {
            throw failure(at: range.lowerBound, .outOfRange(name, String(value), String(lower), String(upper)))
        }
        tokens.append(ReadToken(name: name, bytes: range, lower: lower, upper: upper))
        return value
    }

    /// `-?` and digits without a superfluous zero or minus.
    static func strictInteger(_ text: String) -> Int128? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.count <= 30, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            digits.count == 1 || digits.first != "0", text != "-0"
        else { return nil }
        return Int128(text)
    }
}

extension Localized {
    static func outOfRange(_ name: String, _ value: String, _ lower: String, _ upper: String) -> Localized {
        Localized(
            zh: "\(name) = \(value) 不在 [\(lower), \(upper)] 内", en: "\(name) = \(value) is not in [\(lower), \(upper)]")
    }

    static func notComputable(_ text: String, _ error: EvaluationError) -> Localized {
        let reason: Localized
        switch error {
        case .unknown(let name): reason = Localized(zh: "还没有读到 \(name)", en: "\(name) has not been read")
        case .wrongKind(let name): reason = Localized(zh: "\(name) 的类型不对", en: "\(name) has the wrong type")
        case .indexOutOfRange(let name, let index):
            reason = Localized(zh: "\(name)[\(index)] 不存在", en: "there is no \(name)[\(index)]")
        case .divisionByZero: reason = Localized(zh: "除以零", en: "division by zero")
        case .overflow: reason = Localized(zh: "数太大", en: "the number is too large")
        }
        return Localized(zh: "无法计算 \(text)：\(reason.chinese)", en: "cannot compute \(text): \(reason.english)")
    }
}
