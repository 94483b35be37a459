import HTTPTypes
import Hummingbird
import MaigenDomain

/// What whoever runs the machine asks: does it live, can it work, how much does it do.
struct HealthRoutes {
    let settings: SiteSettings
    let metrics: Metrics
    let isReady: @Sendable () async -> Bool
    let gauges: @Sendable () async -> [Gauge]

    private struct Health: Encodable, Sendable {
        var status: String
    }

    func add(to router: Router<SiteContext>) {
        router.get("health/live") { _, _ in JSONAnswer(Health(status: "live")) }
        router.get("health/ready") { _, _ in
            await isReady()
                ? JSONAnswer(Health(status: "ready"))
                : JSONAnswer(Health(status: "not ready"), status: .serviceUnavailable)
        }
        router.get("metrics") { request, context in
            guard mayRead(request, context.peer) else { throw HTTPRefusal.pathUnknown }
            return Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text(await gauges()))))
        }
    }

    /// Numbers about the inside are for whoever has the token, or, without one, for programs on this machine that no
    /// proxy speaks for.
    private func mayRead(_ request: Request, _ peer: String) -> Bool {
        if let token = settings.metricsToken {
            return request.headers[.authorization].map { Self.areEqual($0, "Bearer " + token) } ?? false
        }
        return AddressRange.loopback.contain(peer) && request.headers[values: .forwardedFor].isEmpty
    }

    /// In a time that depends only on the lengths.
    private static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
