import MaigenDomain

extension InputReaderRun {
    mutating func block(_ block: Block) throws(InputReadError) {
        for item in block.items { try self.item(item) }
        try check(block.relations)
    }

    private mutating func item(_ item: Item) throws(InputReadError) {
        switch item {
        case .line(let fields):
            if case .list(let list)? = fields.first?.kind, list.separator == .newline {
                try self.list(fields[0].name, list)
            } else {
                try self.fields(fields)
                try lineEnd()
            }
        case .matrix(let matrix): try self.matrix(matrix)
        case .grid(let grid): try self.grid(grid)
        case .tree(let tree): try self.tree(tree)
        case .graph(let graph): try self.graph(graph)
        case .repetition(let repetition): try self.repetition(repetition)
        case .choice(let choice): try self.choice(choice)
        case .optional(let optional):
            if let condition = optional.condition {
                let isThere: Bool
                do {
                    isThere = try condition.holds { values[$0] }
                } catch {
                    throw failure(.notComputable(condition.text, error))
                }
                guard isThere else { return missing(optional.body) }
            } else if position == bytes.count {
                return missing(optional.body)
            }
            try block(optional.body)
        }
    }

    /// What a block that is not there leaves: zeros.
    private mutating func missing(_ block: Block) {
        for name in block.fieldNames { values[name] = .integer(0) }
    }

    mutating func fields(_ fields: [Field]) throws(InputReadError) {
        for field in fields { try self.field(field) }
    }

    private mutating func field(_ field: Field) throws(InputReadError) {
        switch field.kind {
        case .value(let value): values[field.name] = try self.value(field.name, value)
        case .list(let list): try self.list(field.name, list)
        case .permutation(let length, let first): try permutation(field.name, length, first)
        case .literal(let word):
            try separator()
            let range = token()
            guard text(range) == word else {
                throw failure(at: range.lowerBound, Localized(zh: "这里应当是 “\(word)”", en: "'\(word)' is missing here"))
            }
        }
    }

    // MARK: Values

    mutating func value(_ name: String, _ value: Value) throws(InputReadError) -> InputValue {
        switch value {
        case .integer(let range):
            let number = try integer(name, try evaluate(range.lower), try evaluate(range.upper))
            note(name, number)
            return .integer(number)
        case .real(let real): return .real(try self.real(name, real))
        case .word(let words):
            try separator()
            let range = token()
            let word = text(range)
            guard words.contains(word) else {
                let list = words.joined(separator: ", ")
                throw failure(
                    at: range.lowerBound,
                    Localized(
                        zh: "\(name) 是 “\(word.prefix(30))”，应为 \(list) 之一",
                        en: "\(name) is '\(word.prefix(30))', not one of \(list)"))
            }
            tokens.append(ReadToken(name: name, bytes: range))
            return .text(word)
        case .string(let shape): return .text(try string(name, shape))
        }
    }

    private mutating func real(_ name: String, _ real: Real) throws(InputReadError) -> String {
        try separator()
        let range = token()
        let digits = text(range)
        guard let number = DecimalNumber(digits), let lower = DecimalNumber(real.lower),
            let upper = DecimalNumber(real.upper),
            (real.minimumDecimals...real.maximumDecimals).contains(number.decimals)
        else {
            let wanted =
                real.minimumDecimals == real.maximumDecimals
                ? "\(real.minimumDecimals)" : "\(real.minimumDecimals)–\(real.maximumDecimals)"
            throw failure(
                at: range.lowerBound,
                Localized(
                    zh: "“\(digits.prefix(30))” 不是 \(name) 应有的 \(wanted) 位小数",
                    en: "'\(digits.prefix(30))' is not a number with \(wanted) decimals for \(name)"))
        }
        guard lower <= number, number <= upper else {
            throw failure(at: range.lowerBound, .outOfRange(name, digits, real.lower, real.upper))
        }
        note(name, number)
        tokens.append(ReadToken(name: name, bytes: range))
        return number.text
    }

    private mutating func string(_ name: String, _ shape: StringShape) throws(InputReadError) -> String {
        try separator()
        let start = position
        if shape.alphabet.contains(" ") {
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        } else {
            _ = token()
        }
        let range = start..<position
        for offset in range where !shape.alphabet.contains(Character(Unicode.Scalar(bytes[offset]))) {
            throw failure(
                at: offset,
                Localized(zh: "\(name) 里有不允许的字符", en: "\(name) has a character that is not allowed"))
        }
        let lower = try evaluate(shape.length.lower)
        let upper = try evaluate(shape.length.upper)
        let length = Int128(range.count)
        guard lower <= length, length <= upper else {
            throw failure(at: start, .outOfRange("|\(name)|", String(length), String(lower), String(upper)))
        }
        let content = text(range)
        if shape.isNumber, content.count > 1, content.hasPrefix("0") {
            throw failure(at: start, Localized(zh: "\(name) 有多余的前导零", en: "\(name) has a leading zero"))
        }
        if content.contains(" "), content.hasPrefix(" ") || content.hasSuffix(" ") || content.contains("  ") {
            throw failure(
                at: start,
                Localized(zh: "\(name) 的首尾有空格或有连续空格", en: "\(name) begins or ends with a space or has two in a row"))
        }
        note("|\(name)|", length)
        tokens.append(ReadToken(name: name, bytes: range))
        return content
    }

    // MARK: Runs of values

    private mutating func list(_ name: String, _ list: List) throws(InputReadError) {
        let length = try count(list.length)
        let outside = list.index.flatMap { values[$0] }
        var elements: [InputValue] = []
        for position in 0..<length {
            if let index = list.index { values[index] = .integer(Int128(position + 1)) }
            elements.append(try value(name, list.element))
            if list.separator == .newline { try lineEnd() }
        }
        if let index = list.index { values[index] = outside }
        values[name] = .list(elements)
        if let order = list.order {
            for (left, right) in zip(elements, elements.dropFirst()) where !order.holds(left, right) {
                throw failure(
                    Localized(zh: "\(name) 没有按要求排序（\(order.rawValue)）", en: "\(name) is not \(order.rawValue)"))
            }
        }
        if list.isDistinct, Set(elements).count < elements.count {
            throw failure(Localized(zh: "\(name) 中有相同的值", en: "\(name) has equal values"))
        }
        if let total = list.total {
            let limit = try evaluate(total)
            let sum = elements.reduce(Int128(0)) { $0 + $1.weight }
            guard sum <= limit else {
                throw failure(
                    Localized(zh: "\(name) 的总和 \(sum) 超过 \(limit)", en: "the sum \(sum) of \(name) exceeds \(limit)"))
            }
        }
    }

    private mutating func permutation(
        _ name: String, _ length: Expression, _ first: Int
    ) throws(InputReadError) {
        let length = try count(length)
        var seen: Set<Int128> = []
        var elements: [InputValue] = []
        for _ in 0..<length {
            let value = try integer(name, Int128(first), Int128(first + length - 1))
            guard seen.insert(value).inserted else {
                throw failure(
                    Localized(zh: "排列 \(name) 中 \(value) 出现了两次", en: "\(value) is twice in the permutation \(name)"))
            }
            elements.append(.integer(value))
        }
        values[name] = .list(elements)
    }

    private mutating func matrix(_ matrix: Matrix) throws(InputReadError) {
        let rows = try count(matrix.rows)
        let columns = try count(matrix.columns)
        var table: [InputValue] = []
        for _ in 0..<rows {
            var row: [InputValue] = []
            for _ in 0..<columns { row.append(try value(matrix.name, matrix.element)) }
            try lineEnd()
            table.append(.list(row))
        }
        values[matrix.name] = .list(table)
    }

    private mutating func grid(_ grid: Grid) throws(InputReadError) {
        let rows = try count(grid.rows)
        let columns = try count(grid.columns)
        var counts: [Character: Int] = [:]
        var lines: [InputValue] = []
        for _ in 0..<rows {
            let start = position
            let range = token()
            guard range.count == columns else {
                throw failure(
                    at: start,
                    Localized(
                        zh: "\(grid.name) 的这一行有 \(range.count) 个字符，应为 \(columns) 个",
                        en: "this row of \(grid.name) has \(range.count) characters, not \(columns)"))
            }
            let row = text(range)
            for character in row {
                guard grid.alphabet.contains(character) else {
                    throw failure(
                        at: start,
                        Localized(
                            zh: "\(grid.name) 里有不允许的字符 “\(character)”",
                            en: "\(grid.name) has the character '\(character)', which is not allowed"))
                }
                counts[character, default: 0] += 1
            }
            tokens.append(ReadToken(name: grid.name, bytes: range))
            atLineStart = false
            try lineEnd()
            lines.append(.text(row))
        }
        values[grid.name] = .list(lines)
        for (marker, wanted) in grid.exactly where counts[marker, default: 0] != wanted {
            throw failure(
                Localized(
                    zh: "\(grid.name) 中 “\(marker)” 应恰好有 \(wanted) 个",
                    en: "\(grid.name) must have exactly \(wanted) of '\(marker)'"))
        }
        for (marker, wanted) in grid.atLeast where counts[marker, default: 0] < wanted {
            throw failure(
                Localized(
                    zh: "\(grid.name) 中 “\(marker)” 应至少有 \(wanted) 个",
                    en: "\(grid.name) must have at least \(wanted) of '\(marker)'"))
        }
    }

    // MARK: Repetitions

    private mutating func repetition(_ repetition: Repetition) throws(InputReadError) {
        let outer = values
        let names = repetition.body.fieldNames
        var columns: [String: [InputValue]] = [:]
        var sums = repetition.totals.map { _ in Int128(0) }
        var seen = repetition.distinct.map { _ in Set<[InputValue]>() }
        var row = 0

        func isEnd() throws(InputReadError) -> Bool {
            switch repetition.count {
            case .times(let expression): return row >= (try count(expression))
            case .endOfFile: return position == bytes.count
            case .until(let terminator, _):
                let line = terminator.joined(separator: " ") + "\n"
                return bytes[position...].starts(with: line.utf8)
            }
        }
        while !(try isEnd()) {
            guard position < bytes.count || row < 1_000_000 else {
                throw failure(Localized(zh: "输入在中途结束", en: "the input ends too early"))
            }
            for name in names { values[name] = nil }
            if let index = repetition.index { values[index] = .integer(Int128(row + 1)) }
            try block(repetition.body)
            for name in names { columns[name, default: []].append(values[name] ?? .integer(0)) }
            for (place, total) in repetition.totals.enumerated() { sums[place] += try evaluate(total.summand) }
            for (place, distinct) in repetition.distinct.enumerated() {
                var key = distinct.fields.map { values[$0] ?? .integer(0) }
                if distinct.isUnordered { key.sort() }
                guard seen[place].insert(key).inserted else {
                    let list = distinct.fields.joined(separator: ", ")
                    throw failure(Localized(zh: "(\(list)) 与前面某一行相同", en: "(\(list)) equals that of an earlier row"))
                }
            }
            row += 1
        }
        if case .until(let terminator, _) = repetition.count {
            position += terminator.joined(separator: " ").utf8.count + 1
        }
        if row == 0 {
            switch repetition.count {
            case .times: break
            case .until, .endOfFile:
                throw failure(Localized(zh: "至少应有一组数据", en: "there must be at least one data set"))
            }
        }
        values = outer
        for (place, total) in repetition.totals.enumerated() {
            let limit = try evaluate(total.limit)
            guard sums[place] <= limit else {
                throw failure(
                    Localized(
                        zh: "\(total.summand.text) 的总和 \(sums[place]) 超过 \(limit)",
                        en: "the sum \(sums[place]) of \(total.summand.text) exceeds \(limit)"))
            }
        }
        if repetition.kind == .rows {
            for name in names { values[name] = .list(columns[name] ?? []) }
        }
    }

    private mutating func choice(_ choice: Choice) throws(InputReadError) {
        try separator()
        let range = token()
        let word = text(range)
        guard let option = choice.options.first(where: { $0.token == word }) else {
            let list = choice.options.map(\.token).joined(separator: ", ")
            throw failure(
                at: range.lowerBound,
                Localized(
                    zh: "\(choice.selector) 是 “\(word.prefix(30))”，应为 \(list) 之一",
                    en: "\(choice.selector) is '\(word.prefix(30))', not one of \(list)"))
        }
        tokens.append(ReadToken(name: choice.selector, bytes: range))
        values[choice.selector] = .text(word)
        try fields(option.fields)
        try lineEnd()
        try check(option.relations)
    }
}

extension List.Order {
    func holds(_ left: InputValue, _ right: InputValue) -> Bool {
        switch self {
        case .nondecreasing: !(right < left)
        case .increasing: left < right
        case .nonincreasing: !(left < right)
        case .decreasing: right < left
        }
    }
}

extension InputValue: Comparable {
    /// Numbers by value, texts by their bytes; different kinds in a fixed order.
    package static func < (left: InputValue, right: InputValue) -> Bool {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left < right
        case (.real(let left), .real(let right)):
            if let left = DecimalNumber(left), let right = DecimalNumber(right) { left < right } else { left < right }
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.list(let left), .list(let right)): left.lexicographicallyPrecedes(right)
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch self {
        case .integer: 0
        case .real: 1
        case .text: 2
        case .list: 3
        }
    }

    /// What the value adds to a total: the number itself, or the length of a string or list.
    var weight: Int128 {
        switch self {
        case .integer(let value): value
        case .real: 0
        case .text(let text): Int128(text.utf8.count)
        case .list(let values): Int128(values.count)
        }
    }
}
