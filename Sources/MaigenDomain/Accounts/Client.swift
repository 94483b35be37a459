import Foundation

/// Where a request comes from, as far as the network tells.
package struct Client: Sendable, Hashable {
    /// The IP address in text; empty where there is none (a command line).
    package var address: String
    /// What the program calls itself, at most 200 characters.
    package var agent: String

    package init(address: String, agent: String = "") {
        self.address = address
        self.agent = String(agent.filter { !$0.isNewline && $0 != "\0" }.prefix(200))
    }

    /// The command line of the machine itself.
    package static let console = Client(address: "", agent: "console")

    /// Whom rate limits count: the IPv4 address, or the IPv6 network of 64 bits, which one subscriber holds whole.
    package var network: String {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard address.contains(":"), inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
        let isMappedIPv4 = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMappedIPv4 { return bytes[12...].map(String.init).joined(separator: ".") }
        return Hex.text(bytes[..<8]) + "/64"
    }
}
