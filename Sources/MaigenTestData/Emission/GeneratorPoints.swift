/// Two whole-number fields read one after the other that are the coordinates of a point.
struct GeneratorPoint {
    var x: String
    var y: String
    var xRange: IntegerRange
    var yRange: IntegerRange
}

enum GeneratorPoints {
    /// Neighbouring fields called `x` and `y`, whatever else their names have in common, with constant bounds.
    static func pairs(_ fields: [Field]) -> [GeneratorPoint] {
        zip(fields, fields.dropFirst()).compactMap { first, second in
            guard case .value(.integer(let x)) = first.kind, case .value(.integer(let y)) = second.kind,
                [x.lower, x.upper, y.lower, y.upper].allSatisfy({ $0.constant.map { abs($0) <= 1 << 61 } ?? false }),
                x.lower != x.upper, y.lower != y.upper, isNamed(first.name, second.name)
            else { return nil }
            return GeneratorPoint(x: first.name, y: second.name, xRange: x, yRange: y)
        }
    }

    /// `x` and `y`, `x1` and `y1`, `px` and `py`.
    private static func isNamed(_ first: String, _ second: String) -> Bool {
        guard first != second, first.lowercased().contains("x") else { return false }
        return first.replacing("x", with: "y").replacing("X", with: "Y") == second
    }
}
