import HTTPTypes
import Hummingbird
import Logging
import MaigenDomain

/// Counts every request and writes one line about it: who, what and how it ended, never what it said.
package struct Observation: RouterMiddleware {
    private let metrics: Metrics

    package init(metrics: Metrics) {
        self.metrics = metrics
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        context.trace.note { $0.id = context.id }
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let route = context.endpointPath ?? "NotFound"
        metrics.count(method: request.method, route: route, status: response.status.code, took: duration)
        log(request, route, response.status.code, duration, context)
        return response
    }

    private func log(
        _ request: Request, _ route: String, _ status: Int, _ duration: Duration, _ context: SiteContext
    ) {
        let facts = context.trace.facts
        let level: Logger.Level =
            facts.failure != nil ? .error : facts.user == nil && route.hasPrefix("/health") ? .debug : .info
        guard context.logger.logLevel <= level else { return }
        // The route, not the address: an address holds what people search for, and may hold anything.
        var metadata: Logger.Metadata = [
            "method": "\(request.method.rawValue.prefix(16))", "route": "\(route)", "status": "\(status)",
            "ms": "\(duration.milliseconds)", "client": "\(facts.client.address)",
        ]
        if let user = facts.user { metadata["user"] = "\(user)" }
        if let refusal = facts.refusal { metadata["code"] = "\(refusal)" }
        if let failure = facts.failure { metadata["failure"] = "\(failure)" }
        context.logger.log(level: level, "request", metadata: metadata)
    }
}
