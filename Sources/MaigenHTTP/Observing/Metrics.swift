import HTTPTypes
import MaigenDomain
import Synchronization

/// What the server counts of itself, in the text form that Prometheus reads.
package final class Metrics: Sendable {
    private struct Key: Hashable {
        var method: String
        var route: String
    }

    private struct Requests {
        var byStatus: [Int: Int] = [:]
        var byDuration = [Int](repeating: 0, count: Metrics.buckets.count)
        var seconds = 0.0
        var count = 0
    }

    // Seconds; the last one is what a person still waits for.
    private static let buckets = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10]
    private let requests: Mutex<[Key: Requests]> = Mutex([:])

    package init() {}

    /// Counts one answered request. `route` is one of the server's own, never a client's words.
    func count(method: HTTPRequest.Method, route: String, status: Int, took duration: Duration) {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete]
        let key = Key(method: known.contains(method) ? method.rawValue : "other", route: route)
        let (whole, fraction) = duration.components
        let seconds = Double(whole) + Double(fraction) / 1e18
        requests.withLock { requests in
            var entry = requests[key] ?? Requests()
            entry.byStatus[status, default: 0] += 1
            entry.count += 1
            entry.seconds += seconds
            for (index, bound) in Self.buckets.enumerated() where seconds <= bound { entry.byDuration[index] += 1 }
            requests[key] = entry
        }
    }

    /// The counters and `gauges`, measured now.
    package func text(_ gauges: [Gauge]) -> String {
        let requests = requests.withLock { $0 }
        var lines = ["# TYPE maigen_http_requests_total counter"]
        let sorted = requests.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
        for (key, entry) in sorted {
            for (status, count) in entry.byStatus.sorted(by: { $0.key < $1.key }) {
                lines.append("maigen_http_requests_total{\(Self.labels(key)),status=\"\(status)\"} \(count)")
            }
        }
        lines.append("# TYPE maigen_http_request_duration_seconds histogram")
        for (key, entry) in sorted {
            let name = "maigen_http_request_duration_seconds"
            for (bound, count) in zip(Self.buckets, entry.byDuration) {
                lines.append("\(name)_bucket{\(Self.labels(key)),le=\"\(bound)\"} \(count)")
            }
            lines.append("\(name)_bucket{\(Self.labels(key)),le=\"+Inf\"} \(entry.count)")
            lines.append("\(name)_sum{\(Self.labels(key))} \(entry.seconds)")
            lines.append("\(name)_count{\(Self.labels(key))} \(entry.count)")
        }
        var last = ""
        for gauge in gauges {
            if gauge.name != last { lines.append("# TYPE \(gauge.name) gauge") }
            last = gauge.name
            let label = gauge.label.map { "{\($0.name)=\"\($0.value)\"}" } ?? ""
            lines.append("\(gauge.name)\(label) \(gauge.value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func labels(_ key: Key) -> String { "method=\"\(key.method)\",route=\"\(key.route)\"" }
}

/// One number as it is at this moment.
package struct Gauge: Sendable, Hashable {
    /// `maigen_…`; gauges of one name stand together.
    package var name: String
    /// What tells gauges of one name apart.
    package var label: Label?
    /// The number.
    package var value: Double

    /// A label's name and value: words of our own, without quotes.
    package struct Label: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    package init(_ name: String, _ label: String? = nil, _ labelled: String = "", _ value: Double) {
        self.name = name
        self.label = label.map { Label(name: $0, value: labelled) }
        self.value = value
    }
}
