import HTTPTypes
import Hummingbird

/// What every answer tells browsers not to do with it. An answer that needs more, such as a page, says so itself.
package struct SecurityHeaders: RouterMiddleware {
    private let defaults: HTTPFields

    package init(settings: SiteSettings) {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        fields[.xContentTypeOptions] = "nosniff"
        fields[.referrerPolicy] = "same-origin"
        fields[.frameOptions] = "DENY"
        fields[.openerPolicy] = "same-origin"
        fields[.resourcePolicy] = "same-origin"
        fields[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        if settings.origin.isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        defaults = fields
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.requestID] = context.id
        for field in defaults where response.headers[field.name] == nil { response.headers.append(field) }
        return response
    }
}
