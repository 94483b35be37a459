/// One variable of an input as an emitted program knows it.
package struct CppVariable: Sendable, Hashable {
    package enum Element: String, Sendable, Hashable {
        case integer
        /// A decimal number: `double` where it is calculated with.
        case real
        /// A word, a string, a type token or a row of a grid.
        case text

        /// `long long`, `double` or `string`.
        package var type: String {
            switch self {
            case .integer: "long long"
            case .real: "double"
            case .text: "string"
            }
        }
    }

    /// The name in the specification.
    package var name: String
    /// The name in C++: the same, unless it would clash.
    package var identifier: String
    package var element: Element
    /// How many `vector`s the variable is by itself: 1 for a list, a permutation, a grid or what follows the edges of
    /// a tree or graph; 2 for a matrix.
    package var ownLayers: Int
    /// The numbers of the repetitions of kind `.rows` around it, outermost first; each adds a `vector` outside.
    package var rows: [Int]
    /// The numbers of the blocks around it, outermost first; begins with 0, the whole input.
    package var blocks: [Int]
    /// What each whole number can be; for other elements without meaning.
    package var values: CppRange
    /// How many characters (of a single string) or elements (of a list) there can be.
    package var length: CppRange

    /// All layers of `vector`, seen from outside every repetition of rows.
    package var depth: Int { rows.count + ownLayers }

    /// The C++ type below `outer` of the repetitions of rows around the variable.
    package func type(below outer: Int = 0) -> String { CppVariable.type(element, layers: depth - outer) }

    /// The type of a function parameter: `long long`, `double`, `const string&`, `const vector<long long>&`.
    package func parameterType(below outer: Int = 0) -> String {
        let type = type(below: outer)
        return depth - outer > 0 || element == .text ? "const \(type)&" : type
    }

    /// `vector<vector<long long>>` and the like.
    package static func type(_ element: Element, layers: Int) -> String {
        String(repeating: "vector<", count: layers) + element.type + String(repeating: ">", count: layers)
    }
}

/// A named bound: `const long long MAX_N = 200'000;`.
package struct CppConstant: Sendable, Hashable {
    package var identifier: String
    package var value: Int128
    /// False where fields of one name turned out to have different bounds.
    var isUsed = true

    /// Which bound of the specification a constant is.
    package enum Key: Sendable, Hashable {
        /// The bounds of a whole number, of a list's elements or a matrix's cells.
        case least(String)
        case greatest(String)
        /// The bounds of a string's length.
        case shortest(String)
        case longest(String)
        /// The bound of a sum of a list or of a field over all rows or test cases.
        case total(String)
    }

    /// The declaration without its line end.
    package var declaration: String { "const long long \(identifier) = \(CppExpression.literal(value));" }
}
