/// What gives services random bytes that nobody can guess: the system's source, or a test's seeded one.
package struct Randomness: Sendable {
    /// That many fresh random bytes.
    package var bytes: @Sendable (Int) -> [UInt8]

    package init(bytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.bytes = bytes
    }

    /// The operating system's generator (getrandom(2) on Linux), fit for secrets.
    package static let system = Randomness { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// A number in 0 ..< `bound`, every one equally likely. `bound` is 1 ... 2³².
    package func number(below bound: UInt64) -> UInt64 {
        precondition((1...(1 << 32)).contains(bound))
        // Numbers from the incomplete last run of `bound` values are thrown away: they would favour the small ones.
        let limit = UInt64.max - UInt64.max % bound
        while true {
            let value = bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if value < limit { return value % bound }
        }
    }

    /// `count` characters drawn from `alphabet`.
    package func text(of alphabet: [Character], count: Int) -> String {
        String((0..<count).map { _ in alphabet[Int(number(below: UInt64(alphabet.count)))] })
    }
}
