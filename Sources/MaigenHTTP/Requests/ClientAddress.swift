import HTTPTypes
import Hummingbird
import MaigenDomain

extension Client {
    /// Where `request` comes from, which `peer` brought.
    ///
    /// `X-Forwarded-For` is read from its end, each word on the word of a trusted proxy: whatever a client writes into it
    /// stands before the first address that a proxy saw with its own eyes.
    package init(of request: HTTPFields, peer: String, proxies: [AddressRange]) {
        var address = peer
        var hops = request[values: .forwardedFor].flatMap { $0.split(separator: ",") }
        while proxies.contain(address), let last = hops.popLast() {
            let named = String(last).trimmingSpaces
            guard AddressRange.bytes(of: named) != nil else { break }
            address = named
        }
        self.init(address: address, agent: request[.userAgent] ?? "")
    }
}

extension String {
    /// Without spaces and tabs at its ends.
    var trimmingSpaces: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}

extension HTTPField.Name {
    /// `X-Forwarded-For`: the clients that each proxy saw.
    static let forwardedFor = known("X-Forwarded-For")
    /// `X-Request-ID`: the name of a request.
    package static let requestID = known("X-Request-ID")
    /// `Idempotency-Key`: the name of an effect that happens once.
    package static let idempotencyKey = known("Idempotency-Key")
    /// `Last-Event-ID`: the last event of a stream that a client has seen.
    static let lastEventID = known("Last-Event-ID")
    /// `Sec-Fetch-Site`: what a browser says of the page that sent a request.
    static let fetchSite = known("Sec-Fetch-Site")
    /// `RateLimit`: how much of an allowance is left.
    static let rateLimit = known("RateLimit")
    static let permissionsPolicy = known("Permissions-Policy")
    static let referrerPolicy = known("Referrer-Policy")
    static let frameOptions = known("X-Frame-Options")
    static let openerPolicy = known("Cross-Origin-Opener-Policy")
    static let resourcePolicy = known("Cross-Origin-Resource-Policy")
    static let accelBuffering = known("X-Accel-Buffering")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("not a header's name: \(name)") }
        return name
    }
}
