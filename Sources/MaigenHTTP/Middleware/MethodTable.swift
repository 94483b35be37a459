import Hummingbird
import Synchronization

/// Which methods each address takes. Hummingbird answers a wrong method as it answers a wrong address; programs want to
/// know the difference (405).
package final class MethodTable: Sendable {
    private struct Route {
        var segments: [Substring]
        var method: String
    }

    private let routes: Mutex<[Route]> = Mutex([])

    package init() {}

    /// Learns the routes of a finished router.
    package func fill(from router: Router<SiteContext>) {
        let found = router.routes.map { route in
            Route(
                segments: route.path.description.split(separator: "/").map { Substring($0) },
                method: route.method.rawValue)
        }
        routes.withLock { $0 = found }
    }

    /// The methods of the address, in alphabetical order; empty where there is no such address.
    func methods(at path: String) -> [String] {
        let segments = path.split(separator: "/")
        let found = routes.withLock { routes in
            routes.filter { route in
                route.segments.count == segments.count
                    && zip(route.segments, segments).allSatisfy { Self.isParameter($0) || $0 == $1 }
            }
        }
        let methods = Set(found.map(\.method))
        return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
    }

    private static func isParameter(_ segment: Substring) -> Bool { segment.hasPrefix("{") || segment.hasPrefix(":") }
}
