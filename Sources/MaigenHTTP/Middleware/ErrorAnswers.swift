import HTTPTypes
import Hummingbird
import MaigenDomain
import NIOHTTP1

/// Turns whatever goes wrong further in into an answer, in the caller's language and without a word of our insides.
package struct ErrorAnswers: RouterMiddleware {
    /// Writes a problem in the form that the request's sender reads: JSON, or a page.
    package typealias Form = @Sendable (Problem, Request) -> Response
    private let form: Form
    private let methods: MethodTable

    /// Which methods an address has is known only once all routes are added: `methods` is filled then.
    package init(methods: MethodTable, form: @escaping Form) {
        self.methods = methods
        self.form = form
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // Hummingbird answers this one, and ends the connection.
            throw error
        } catch {
            let refusal = refusal(for: error, request, context.trace)
            context.trace.note { $0.refusal = refusal.code }
            let facts = context.trace.facts
            let response = form(Problem(refusal: refusal, request: facts.id, language: facts.language), request)
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    private func refusal(for error: any Error, _ request: Request, _ trace: RequestTrace) -> any Refusal {
        switch error {
        case let error as HTTPRefusal: return error
        case ServiceError.refused(let refusal): return refusal
        case ServiceError.failed(let failure):
            trace.note { $0.failure = "\(failure.reason): \(failure.detail)" }
            return failure.reason == .broken ? HTTPRefusal.failure : .unavailable
        case let error as any HTTPResponseError where error.status == .notFound:
            let allowed = methods.methods(at: request.uri.path)
            return allowed.isEmpty ? HTTPRefusal.pathUnknown : .methodUnknown(allowed: allowed)
        case let error as any HTTPResponseError where error.status.kind == .clientError: return HTTPRefusal.malformed
        case is CancellationError: return HTTPRefusal.unavailable
        default:
            trace.note { $0.failure = "\(error)" }
            return HTTPRefusal.failure
        }
    }
}

extension Request {
    /// Whether a program asks, and not a person at a browser.
    package var isForAPI: Bool { uri.path.hasPrefix("/api/") }
}
