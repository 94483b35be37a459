/// A part of an emitted program that is the same in every program: a function or a small type in C++, kept as a real
/// file under `Emission/Pieces` and embedded into the product.
package struct CppPiece: Sendable {
    /// The file's name without `.h`.
    package var name: String
    /// The pieces it calls, which stand before it.
    package var needs: [CppPiece]
    /// The text, ending with a line end.
    package var text: String

    package init(_ name: String, _ bytes: [UInt8], needs: [CppPiece] = []) {
        self.name = name
        self.needs = needs
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// What the piece adds to the global namespace: variables must not be called so.
    package var globalNames: Set<String> {
        var names: Set<String> = []
        for line in text.split(separator: "\n") where line.first.map({ $0.isLetter || $0 == "[" || $0 == "}" }) ?? false
        {
            // Only lines that begin in the first column declare something global.
            let words = line.prefix { !"(={;:".contains($0) || line.first == $0 }
                .split { !($0.isLetter || $0.isNumber || $0 == "_") }
            if line.hasPrefix("template") { continue }
            // `typedef X Name;` has its name at the end as well.
            if let last = words.last { names.insert(String(last)) }
        }
        return names
    }

    /// The pieces and all they need, each once, in an order that compiles and that depends on nothing but the set.
    package static func inOrder(_ pieces: some Sequence<CppPiece>) -> [CppPiece] {
        var ordered: [CppPiece] = []
        func add(_ piece: CppPiece) {
            guard !ordered.contains(piece) else { return }
            piece.needs.forEach(add)
            ordered.append(piece)
        }
        pieces.sorted { $0.name < $1.name }.forEach(add)
        return ordered
    }
}

extension CppPiece: Hashable {
    package static func == (left: CppPiece, right: CppPiece) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What emitted expressions call.
extension CppPiece {
    package static let floorDivision = CppPiece(
        "expression_floor_division", PackageResources.expression_floor_division_h)
    package static let floorRemainder = CppPiece(
        "expression_floor_remainder", PackageResources.expression_floor_remainder_h)
    package static let power = CppPiece("expression_power", PackageResources.expression_power_h, needs: [.product])
    package static let product = CppPiece("expression_product", PackageResources.expression_product_h)
    package static let greatestCommonDivisor = CppPiece(
        "expression_common_divisor", PackageResources.expression_common_divisor_h)
    package static let absolute = CppPiece("expression_absolute", PackageResources.expression_absolute_h)
    package static let sum = CppPiece("expression_sum", PackageResources.expression_sum_h)
    package static let extremes = CppPiece("expression_extremes", PackageResources.expression_extremes_h)
    package static let narrow = CppPiece("expression_narrow", PackageResources.expression_narrow_h)

    /// Every piece that expressions may need.
    package static let forExpressions: [CppPiece] = [
        floorDivision, floorRemainder, power, product, greatestCommonDivisor, absolute, sum, extremes, narrow,
    ]
}
