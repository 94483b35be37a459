import MaigenDomain

/// What must hold of a specification beyond its grammar: names are known before they are used, ranges are not empty,
/// relations are possible, inputs fit into memory.
package struct SpecificationChecks {
    private enum Kind {
        case integer, text, real
        /// Elements that are whole numbers, or anything else.
        case integers, others
    }

    private var kinds: [String: Kind] = [:]
    private var names: Set<String> = []
    private let lines: SpecificationLines

    private static let reserved: Set<String> = [
        "min", "max", "abs", "gcd", "sum", "len", "least", "greatest", "and", "or",
    ]

    private init(_ lines: SpecificationLines) {
        self.lines = lines
    }

    /// Checks all of a specification that was not read from a document.
    package static func check(_ specification: InputSpecification) throws(SpecificationError) {
        try check(specification, lines: SpecificationLines())
    }

    /// Checks all of `specification`; errors name the line.
    static func check(_ specification: InputSpecification, lines: SpecificationLines) throws(SpecificationError) {
        var checks = SpecificationChecks(lines)
        try checks.block(specification.body, isLast: true)
        for predicate in specification.predicates {
            do throws(SpecificationError) {
                try checks.check(predicate)
            } catch {
                throw lines.placed(error, at: .name(predicate.name))
            }
        }
        try SpecificationSizes.check(specification, lines: lines)
    }

    private func check(_ predicate: Predicate) throws(SpecificationError) {
        guard Self.isName(predicate.name) else { throw SpecificationError(.badName(predicate.name)) }
        for name in predicate.uses where !names.contains(name) { throw SpecificationError(.unknownVariable(name)) }
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, name.utf8.count <= 40, !reserved.contains(name) else {
            return false
        }
        let isLetter = { (scalar: Unicode.Scalar) in scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_")
        }
        return isLetter(first) && first != "_"
            && name.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) }
    }

    // MARK: Names

    private mutating func define(_ name: String, _ kind: Kind) throws(SpecificationError) {
        guard Self.isName(name) else { throw SpecificationError(.badName(name)) }
        guard names.insert(name).inserted else { throw SpecificationError(.duplicateName(name)) }
        kinds[name] = kind
    }

    private func use(_ expression: Expression) throws(SpecificationError) {
        switch expression {
        case .integer: return
        case .variable(let name): try use(name, [.integer], Localized(zh: "整数变量", en: "a whole-number variable"))
        case .element(let name, let index):
            try use(name, [.integers], Localized(zh: "整数数组", en: "a list of whole numbers"))
            try use(index)
        case .negated(let inner): try use(inner)
        case .binary(_, let left, let right):
            try use(left)
            try use(right)
        case .call(_, let arguments):
            for argument in arguments { try use(argument) }
        case .aggregate(.len, let name):
            try use(name, [.text, .integers, .others], Localized(zh: "字符串或数组", en: "a string or a list"))
        case .aggregate(_, let name): try use(name, [.integers], Localized(zh: "整数数组", en: "a list of whole numbers"))
        }
    }

    private func use(_ name: String, _ wanted: [Kind], _ description: Localized) throws(SpecificationError) {
        guard let kind = kinds[name] else { throw SpecificationError(.unknownVariable(name)) }
        guard wanted.contains(kind) else { throw SpecificationError(.wrongKind(name, wanted: description)) }
    }

    private func use(_ condition: Condition) throws(SpecificationError) {
        switch condition {
        case .comparison(let operands, _): for operand in operands { try use(operand) }
        case .all(let parts), .any(let parts): for part in parts { try use(part) }
        }
    }

    // MARK: Items

    private mutating func block(_ block: Block, isLast: Bool) throws(SpecificationError) {
        guard !block.items.isEmpty else {
            throw SpecificationError(Localized(zh: "这里至少要有一项输入", en: "there must be at least one item of input"))
        }
        for (place, item) in block.items.enumerated() {
            do throws(SpecificationError) {
                try self.item(item, isLast: isLast && place == block.items.count - 1)
            } catch {
                throw lines.placed(error, at: .item(item))
            }
        }
        try relations(block.relations)
    }

    private func relations(_ relations: [Condition]) throws(SpecificationError) {
        for relation in relations {
            do throws(SpecificationError) {
                try use(relation)
            } catch {
                throw lines.placed(error, at: .relation(relation))
            }
        }
    }

    private mutating func item(_ item: Item, isLast: Bool) throws(SpecificationError) {
        switch item {
        case .line(let fields): try line(fields)
        case .matrix(let matrix):
            try use(matrix.rows)
            try use(matrix.columns)
            try value(matrix.name, matrix.element, isAlone: false)
            try define(matrix.name, .others)
        case .grid(let grid):
            try use(grid.rows)
            try use(grid.columns)
            try define(grid.name, .others)
            for marker in Array(grid.exactly.keys) + Array(grid.atLeast.keys) where !grid.alphabet.contains(marker) {
                throw SpecificationError(
                    Localized(zh: "标记 “\(marker)” 不在字符集里", en: "the marker '\(marker)' is not in the alphabet"))
            }
        case .tree(let tree):
            try use(tree.vertices)
            try structure(tree.name, tree.vertexNames, tree.extras)
        case .graph(let graph):
            try use(graph.vertices)
            try use(graph.edges)
            if case .separate(let left, let right) = graph.sides {
                try use(left)
                try use(right)
            }
            if graph.isOrdered, case .strings = graph.vertexNames {
                throw SpecificationError(Localized(zh: "ordered 要求点用编号表示", en: "'ordered' needs numbered vertices"))
            }
            if graph.isAcyclic, graph.allowsLoops {
                throw SpecificationError(Localized(zh: "无环图不能有自环", en: "an acyclic graph cannot have loops"))
            }
            try structure(graph.name, graph.vertexNames, graph.extras)
        case .repetition(let repetition): try self.repetition(repetition, isLast: isLast)
        case .choice(let choice): try self.choice(choice)
        case .optional(let optional):
            if let condition = optional.condition {
                try use(condition)
            } else if !isLast {
                throw SpecificationError(
                    Localized(
                        zh: "没有 when 的 optional 只能放在输入的最后",
                        en: "an 'optional' without 'when' must be the last item of the input"))
            }
            try block(optional.body, isLast: isLast)
        }
    }

    private mutating func line(_ fields: [Field]) throws(SpecificationError) {
        for (place, field) in fields.enumerated() {
            let isAlone = fields.count == 1
            if case .list(let list) = field.kind, list.separator == .newline, !isAlone {
                throw SpecificationError(
                    Localized(
                        zh: "每行一个元素的列表 “\(field.name)” 必须独占一项",
                        en: "the list '\(field.name)' with one element a line must be alone in its item"))
            }
            if case .value(.string(let shape)) = field.kind, shape.alphabet.contains(" "), place < fields.count - 1 {
                throw SpecificationError(
                    Localized(
                        zh: "含空格的字符串 “\(field.name)” 必须是一行的最后一项",
                        en: "the string '\(field.name)' with spaces must be the last field of its line"))
            }
            try self.field(field, isAlone: isAlone)
        }
    }

    private mutating func field(_ field: Field, isAlone: Bool) throws(SpecificationError) {
        do throws(SpecificationError) {
            try defineField(field, isAlone: isAlone)
        } catch {
            throw lines.placed(error, at: .field(field))
        }
    }

    private mutating func defineField(_ field: Field, isAlone: Bool) throws(SpecificationError) {
        switch field.kind {
        case .value(let value):
            try self.value(field.name, value, isAlone: isAlone)
            switch value {
            case .integer: try define(field.name, .integer)
            case .real: try define(field.name, .real)
            case .word, .string: try define(field.name, .text)
            }
        case .list(let list):
            try use(list.length)
            if let total = list.total { try use(total) }
            if let index = list.index { try define(index, .integer) }
            try value(field.name, list.element, isAlone: isAlone && list.separator == .newline)
            if let index = list.index { kinds[index] = nil }
            if case .integer = list.element {
                try define(field.name, .integers)
            } else {
                try define(field.name, .others)
            }
        case .permutation(let length, _):
            try use(length)
            try define(field.name, .integers)
        case .literal(let word):
            guard !word.isEmpty, word.unicodeScalars.allSatisfy({ (33...126).contains($0.value) }) else {
                throw SpecificationError(
                    Localized(
                        zh: "“\(field.name)” 的固定文字不能含空格", en: "the fixed word of '\(field.name)' must have no spaces"))
            }
        }
    }

    private func value(_ name: String, _ value: Value, isAlone: Bool) throws(SpecificationError) {
        switch value {
        case .integer(let range):
            try use(range.lower)
            try use(range.upper)
        case .real: return
        case .word(let words):
            guard !words.isEmpty, Set(words).count == words.count,
                words.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy { (33...126).contains($0.value) } })
            else {
                throw SpecificationError(
                    Localized(
                        zh: "“\(name)” 的单词必须非空、互不相同、不含空格",
                        en: "the words of '\(name)' must be distinct, not empty, and without spaces"))
            }
        case .string(let shape):
            try use(shape.length.lower)
            try use(shape.length.upper)
            if !isAlone, let least = shape.length.lower.constant, least < 1 {
                throw SpecificationError(
                    Localized(
                        zh: "“\(name)” 可能为空，只有独占一行时才可以", en: "'\(name)' can be empty, which needs a line of its own"))
            }
        }
    }

    private mutating func structure(
        _ name: String, _ vertexNames: VertexNames, _ extras: [Field]
    ) throws(SpecificationError) {
        guard Self.isName(name) else { throw SpecificationError(.badName(name)) }
        guard names.insert(name).inserted else { throw SpecificationError(.duplicateName(name)) }
        if case .strings(let list) = vertexNames {
            try use(list, [.others], Localized(zh: "字符串列表", en: "a list of strings"))
        }
        for field in extras {
            try self.field(field, isAlone: false)
            lift(field.names)
        }
    }

    /// From outside the rows they stand in, fields are lists.
    private mutating func lift(_ names: [String]) {
        for name in names {
            switch kinds[name] {
            case .integer?: kinds[name] = .integers
            case nil: break
            case .text?, .real?, .integers?, .others?: kinds[name] = .others
            }
        }
    }

    private mutating func repetition(_ repetition: Repetition, isLast: Bool) throws(SpecificationError) {
        switch repetition.count {
        case .times(let times): try use(times)
        case .until(let terminator, let atMost):
            try use(atMost)
            guard case .line(let fields)? = repetition.body.items.first, fields.count == terminator.count else {
                throw SpecificationError(
                    Localized(
                        zh: "结束标记有 \(terminator.count) 项，每组数据的第一行必须也有这么多项",
                        en:
                            "the terminator has \(terminator.count) tokens, so the first line of each data set must have as many fields"
                    ))
            }
        case .endOfFile(let atMost):
            try use(atMost)
            guard isLast else {
                throw SpecificationError(
                    Localized(
                        zh: "读到文件结尾的重复必须是最后一项", en: "a repetition until the end of the file must be the last item"))
            }
        }
        let outside = kinds
        if let index = repetition.index { try define(index, .integer) }
        try block(repetition.body, isLast: false)
        for total in repetition.totals {
            guard total.summand.constant == nil else {
                throw SpecificationError(
                    Localized(zh: "totals 要写每行的变量", en: "totals are about variables of the rows"))
            }
            try use(total.summand)
        }
        for name in repetition.distinct.flatMap(\.fields) where kinds[name] == nil {
            throw SpecificationError(.unknownVariable(name))
        }
        let inside = kinds
        kinds = outside
        if repetition.kind == .rows {
            for name in repetition.body.fieldNames { kinds[name] = inside[name] }
            lift(repetition.body.fieldNames)
        }
        for total in repetition.totals { try use(total.limit) }
    }

    private mutating func choice(_ choice: Choice) throws(SpecificationError) {
        guard !choice.options.isEmpty, Set(choice.options.map(\.token)).count == choice.options.count else {
            throw SpecificationError(
                Localized(zh: "“\(choice.selector)” 需要互不相同的选项", en: "'\(choice.selector)' needs distinct options"))
        }
        for option in choice.options where option.token.isEmpty || option.token.contains(where: \.isWhitespace) {
            throw SpecificationError(
                Localized(
                    zh: "“\(choice.selector)” 的选项不能为空或含空格",
                    en: "options of '\(choice.selector)' must not be empty or hold spaces"))
        }
        try define(choice.selector, .text)
        let before = kinds
        var all: [String: Kind] = [:]
        for option in choice.options {
            // Options may use one name for fields of one kind: no line has both.
            for name in option.fields.flatMap(\.names) where all[name] != nil { names.remove(name) }
            kinds = before
            try line(option.fields)
            try relations(option.relations)
            for name in option.fields.flatMap(\.names) {
                if let other = all[name], let kind = kinds[name], other != kind {
                    throw SpecificationError(.duplicateName(name))
                }
                all[name] = kinds[name]
            }
        }
        kinds = before.merging(all) { _, new in new }
    }
}
