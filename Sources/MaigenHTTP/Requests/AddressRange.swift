import Foundation

/// A range of IP addresses in CIDR notation, such as `10.0.0.0/8` or `::1`.
package struct AddressRange: Sendable, Hashable {
    private let bytes: [UInt8]
    private let bits: Int

    /// The range that `text` spells; nil where it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = Self.bytes(of: String(parts[0])) else { return nil }
        let size = address.count * 8
        guard parts.count == 1 || Int(parts[1]).map((0...size).contains) == true else { return nil }
        bytes = address
        bits = parts.count == 1 ? size : Int(parts[1]) ?? size
    }

    /// Whether `address` lies in the range; an IPv4 address written as IPv6 counts as what it is.
    package func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
        let whole = bits / 8
        guard bytes[..<whole] == other[..<whole] else { return false }
        let rest = bits % 8
        return rest == 0 || (bytes[whole] ^ other[whole]) >> (8 - rest) == 0
    }

    /// The address's bytes: 4 or 16; nil where it is no address.
    static func bytes(of address: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, address, &four) == 1 { return four }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &sixteen) == 1 else { return nil }
        let isMappedIPv4 = sixteen[..<10].allSatisfy { $0 == 0 } && sixteen[10] == 0xFF && sixteen[11] == 0xFF
        return isMappedIPv4 ? Array(sixteen[12...]) : sixteen
    }

    /// This machine's own addresses.
    package static let loopback = [AddressRange("127.0.0.0/8"), AddressRange("::1")].compactMap(\.self)
}

extension [AddressRange] {
    /// Whether one of the ranges holds `address`.
    package func contain(_ address: String) -> Bool { contains { $0.contains(address) } }
}
