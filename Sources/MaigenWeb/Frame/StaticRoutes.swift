import HTTPTypes
import Hummingbird
import MaigenHTTP

/// Static files, each under an address that names its content.
struct StaticRoutes {
    let files: StaticFiles

    func add(to router: Router<SiteContext>) {
        router.get("static/**") { request, context in
            let path = context.parameters.getCatchAll().joined(separator: "/")
            guard let file = files[path] else { throw HTTPRefusal.pathUnknown }
            return answer(file, to: request)
        }
    }

    private func answer(_ file: StaticFiles.File, to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: file.type, .eTag: file.tag, .cacheControl: "public, max-age=31536000, immutable",
            .vary: "Accept-Encoding",
        ]
        if request.headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: headers) }
        var content = file.content
        if let compressed = file.compressed, request.acceptsGzip {
            content = compressed
            headers[.contentEncoding] = "gzip"
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
    }
}
