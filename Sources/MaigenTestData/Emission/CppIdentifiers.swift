/// Gives out identifiers of one emitted program, each once.
struct CppIdentifiers {
    private var taken: Set<String>

    /// - Parameter reserving: names of the program's own functions and types.
    init(reserving names: Set<String>) {
        taken = cppReservedNames.union(names)
    }

    /// `wish`, or `wish` with as few underscores behind it as make it free.
    mutating func take(_ wish: String) -> String {
        var name = wish.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } ? wish : "name"
        if name.first.map({ $0.isNumber || $0 == "_" }) ?? true { name = "v" + name }
        // Two underscores in a row are the compiler's own.
        while let range = name.firstRange(of: "__") { name.replaceSubrange(range, with: "_") }
        if name.hasSuffix("_"), taken.contains(name) { name.removeLast() }
        if !taken.contains(name) { return insert(name) }
        if !taken.contains(name + "_") { return insert(name + "_") }
        var number = 2
        while taken.contains("\(name)_\(number)") { number += 1 }
        return insert("\(name)_\(number)")
    }

    private mutating func insert(_ name: String) -> String {
        taken.insert(name)
        return name
    }
}
