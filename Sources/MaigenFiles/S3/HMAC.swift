import MaigenDomain

/// A hash under a key, HMAC-SHA-256 (RFC 2104).
enum HMAC {
    /// The 32 bytes of `message`'s hash under `key`.
    static func sha256(_ message: String, key: [UInt8]) -> [UInt8] {
        var block = key
        if block.count > blockSize {
            var hash = SHA256()
            hash.update(key)
            block = hash.finalize()
        }
        block += [UInt8](repeating: 0, count: blockSize - block.count)
        var inner = SHA256()
        inner.update(block.map { $0 ^ 0x36 })
        inner.update(message)
        var outer = SHA256()
        outer.update(block.map { $0 ^ 0x5C })
        outer.update(inner.finalize())
        return outer.finalize()
    }

    private static let blockSize = 64
}
