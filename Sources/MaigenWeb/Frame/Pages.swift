import HTTPTypes
import Hummingbird
import MaigenDomain
import MaigenHTTP
import MaigenServices

/// Shows pages and takes their forms: what every route of the website does the same way.
package struct Pages: Sendable {
    /// Templates, texts and static files.
    package let look: Look
    private let tokens: FormTokens
    private let points: ReadPoints
    private let notices: ReadNotices

    package init(_ look: Look, for origin: SiteOrigin, _ actions: Actions) {
        self.look = look
        tokens = FormTokens(for: origin, actions.surroundings.randomness)
        points = ReadPoints(points: actions.points)
        notices = ReadNotices(notices: actions.notices, surroundings: actions.surroundings)
    }

    /// The page of `model`, in its frame, as the answer to `request`.
    package func show<Model: PageModel>(
        _ model: Model, at section: PageFrame.Section? = nil, status: HTTPResponse.Status = .ok,
        to request: Request, _ context: some PageContext
    ) async throws -> Response {
        let (token, cookie) = tokens.issue(for: request, isMember: context.viewer != nil)
        let frame = PageFrame(
            language: context.language, path: request.localPath, current: section,
            user: try await viewer(context.viewer), formToken: token, done: done(request, context.language),
            assets: look.files.links)
        var response = page(look.pages.html(model, in: frame), status: status, to: request)
        response.headers[.contentLanguage] = context.language.rawValue
        // What a member sees is gone from this browser when they have logged out.
        response.headers[.cacheControl] = context.viewer == nil ? "private, no-cache" : "no-store"
        if let cookie { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }

    /// The page of a form that was refused, with what was typed: with the status that says so.
    package func show<Model: PageModel>(
        _ model: Model, at section: PageFrame.Section? = nil, refused refusal: any Refusal,
        to request: Request, _ context: some PageContext
    ) async throws -> Response {
        var response = try await show(model, at: section, status: refusal.status, to: request, context)
        for field in Problem(refusal: refusal, request: context.id, language: context.language).headers {
            response.headers.append(field)
        }
        return response
    }

    /// A problem as a page. It reads nothing, so that it works whatever is broken, and knows nobody.
    package func show(_ problem: Problem, to request: Request) -> Response {
        if problem.refusal.code == AccountRefusal.notSignedIn.code {
            let next = request.method == .get ? "?next=" + Self.escaped(request.localPath) : ""
            return Self.seeOther("/login" + next)
        }
        let frame = PageFrame(
            language: problem.language, path: "/", isBare: true, formToken: "", assets: look.files.links)
        var response = page(
            look.pages.html(ErrorPage(problem, look.texts), in: frame), status: problem.refusal.status, to: request)
        for field in problem.headers { response.headers.append(field) }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// What the form in `request` holds, of at most `limit` bytes; refused unless one of our own pages sent it. Line
    /// breaks are single, as they were typed.
    package func form(
        _ request: Request, _ context: some PageContext, limit: ByteCount = .kibibytes(64)
    ) async throws -> Query {
        var request = request
        guard (request.headers[.contentType] ?? "").hasPrefix("application/x-www-form-urlencoded") else {
            throw HTTPRefusal.malformed
        }
        let bytes = try await request.bytes(limit: limit)
        guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else { throw HTTPRefusal.malformed }
        let form = try Query(text: text.replacing("%0D%0A", with: "%0A"))
        guard tokens.accept(form["token"] ?? "", from: request, isMember: context.viewer != nil) else {
            throw HTTPRefusal.formOutdated
        }
        return form
    }

    /// Sends the browser on to `path` by a new GET, where it is said what was done.
    package func redirect(to path: String, done: Done? = nil) -> Response {
        guard let done else { return Self.seeOther(path) }
        return Self.seeOther(path + (path.contains("?") ? "&" : "?") + "done=" + done.rawValue)
    }

    /// `text` as part of an address.
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                String(UnicodeScalar(byte))
            default: "%" + Hex.text([byte]).uppercased()
            }
        }.joined()
    }

    private func viewer(_ signedIn: SignedIn?) async throws(ServiceError) -> PageFrame.Viewer? {
        guard let signedIn else { return nil }
        let unread = try await notices.unread(of: signedIn)
        return PageFrame.Viewer(
            name: signedIn.account.name.text, balance: NumberText.grouped(try await points.balance(of: signedIn).count),
            unread: unread == 0 ? nil : unread > 99 ? "99+" : "\(unread)",
            isAdministrator: signedIn.account.role == .administrator)
    }

    private func done(_ request: Request, _ language: Language) -> String? {
        let pair = (request.uri.query ?? "").split(separator: "&").first { $0.hasPrefix("done=") }
        guard let pair, let done = Done(rawValue: String(pair.dropFirst(5))) else { return nil }
        return look.texts[done.key]?[language]
    }

    private func page(_ html: String, status: HTTPResponse.Status, to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Self.policy, .vary: "Accept-Encoding",
        ]
        var bytes = Array(html.utf8)
        if request.acceptsGzip {
            bytes = Gzip.compressed(bytes)
            headers[.contentEncoding] = "gzip"
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Nothing from elsewhere and nothing inline: what people write could otherwise act as the page. Formulas' style
    /// attributes are set by KaTeX through the DOM, which this does not hinder.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    private static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}

/// What `body` refused to do, for the form to say; nil where it is done. Failures of ours are thrown on.
package func refusal(_ body: () async throws -> Void) async throws -> (any Refusal)? {
    do {
        try await body()
        return nil
    } catch let error as ServiceError {
        guard let refusal = error.refusal, refusal.code != AccountRefusal.notSignedIn.code else { throw error }
        return refusal
    }
}
