import CSodium
import MaigenDomain

/// What one password hash costs.
package struct PasswordCost: Sendable, Hashable {
    /// Passes over the memory.
    package var passes: Int
    /// The memory itself.
    package var memory: ByteCount

    package init(passes: Int, memory: ByteCount) {
        self.passes = passes
        self.memory = memory
    }

    /// What OWASP's Password Storage Cheat Sheet asks of argon2id (read 2026): 19 MiB, 2 passes, one lane.
    package static let recommended = PasswordCost(passes: 2, memory: .mebibytes(19))
    /// The least that argon2id takes: for tests, where hashes are many and secrets are none.
    package static let least = PasswordCost(passes: 1, memory: .kibibytes(8))
}

/// Argon2id, blocking.
enum Argon2 {
    static func hash(_ secret: String, _ cost: PasswordCost) throws(StoreFailure) -> PasswordHash {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_argon2id_STRBYTES))
        let status = secret.withCharacters { characters, count in
            crypto_pwhash_argon2id_str(&text, characters, count, UInt64(cost.passes), cost.memory.bytes)
        }
        // The only cause is memory that the system did not give.
        guard status == 0 else { throw StoreFailure(.overloaded, "no memory for a password hash") }
        return PasswordHash(text: String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    static func compare(_ secret: String, with hash: PasswordHash, _ cost: PasswordCost) -> PasswordMatch {
        let status = secret.withCharacters { characters, count in
            crypto_pwhash_argon2id_str_verify(hash.text, characters, count)
        }
        guard status == 0 else { return .different }
        let isOutdated =
            crypto_pwhash_argon2id_str_needs_rehash(hash.text, UInt64(cost.passes), cost.memory.bytes) != 0
        return isOutdated ? .sameButOutdated : .same
    }
}

extension String {
    /// The UTF-8 bytes as C takes them, with their number: a password may hold U+0000.
    fileprivate func withCharacters<Value>(_ body: (UnsafePointer<CChar>, UInt64) -> Value) -> Value {
        let characters = Array(utf8CString)
        return characters.withUnsafeBufferPointer { buffer in
            // Never empty: it ends with a NUL of its own, which does not count.
            body(buffer.baseAddress!, UInt64(buffer.count - 1))
        }
    }
}
