import CCurl
import MaigenDomain

/// Delivers letters to an SMTP server, through libcurl on threads of its own.
package final class SMTPTransport: MailTransport {
    private let server: SMTPServer
    private let timeout: Duration
    private let connections: WorkerPool<SMTPConnection>

    /// At most `connections` at a time; a letter takes at most `timeout`.
    package init(_ server: SMTPServer, connections count: Int = 2, timeout: Duration = .seconds(20)) {
        self.server = server
        self.timeout = timeout
        connections = WorkerPool(name: "smtp", threads: count, capacity: 64) { try SMTPConnection(server) }
    }

    package func deliver(_ letter: Letter) async throws(MailFailure) {
        let timeout = timeout
        do {
            try await connections.run(by: .now + timeout) { try $0.send(letter, timeout: timeout) }
        } catch let failure as MailFailure {
            throw failure
        } catch {
            throw MailFailure(.unreachable, "\(error)")
        }
    }
}

/// One libcurl handle, which keeps its connection to the server for the next letter.
private final class SMTPConnection {
    private let server: SMTPServer
    private let handle: UnsafeMutableRawPointer

    init(_ server: SMTPServer) throws {
        // Once for the process, and before any handle: libcurl asks for it.
        guard Self.isReady, let handle = curl_easy_init() else { throw MailFailure(.local, "libcurl cannot start") }
        self.server = server
        self.handle = handle
    }

    deinit { curl_easy_cleanup(handle) }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    func send(_ letter: Letter, timeout: Duration) throws {
        let recipients = curl_slist_append(nil, "<\(letter.recipient.text)>")
        defer {
            // The connection stays, everything that points into this letter goes.
            curl_easy_reset(handle)
            curl_slist_free_all(recipients)
        }
        guard recipients != nil else { throw MailFailure(.local, "out of memory") }
        var source = LetterSource(bytes: letter.bytes)
        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let code = try withUnsafeMutablePointer(to: &source) { source in
            try words.withUnsafeMutableBufferPointer { words in
                try configure(letter, timeout)
                try set(ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
                try set(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, words.baseAddress))
                try set(ccurl_set_read(handle, LetterSource.read, source))
                return curl_easy_perform(handle)
            }
        }
        guard code != CURLE_OK else { return }
        var answer = 0
        ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &answer)
        let text = String(decoding: words.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        throw MailFailure(Self.cause(code, answer), "\(text) (libcurl \(code.rawValue), SMTP \(answer))")
    }

    private func configure(_ letter: Letter, _ timeout: Duration) throws {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        // The path is the name that we give at EHLO.
        let own = server.sender.key.split(separator: "@").last ?? "localhost"
        try set(ccurl_set_text(handle, CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)/\(own)"))
        try set(ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"))
        // Without NOSIGNAL, libcurl's timeouts would use signals, which belong to the whole process.
        try set(ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1))
        try set(ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(min(timeout, .seconds(10)).milliseconds)))
        try set(ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(timeout.milliseconds)))
        let security = server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try set(ccurl_set_long(handle, CURLOPT_USE_SSL, Int(security.rawValue)))
        if let certificates = server.certificates { try set(ccurl_set_text(handle, CURLOPT_CAINFO, certificates)) }
        if let login = server.login {
            try set(ccurl_set_text(handle, CURLOPT_USERNAME, login.name))
            try set(ccurl_set_text(handle, CURLOPT_PASSWORD, login.password))
        }
        try set(ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(letter.sender.text)>"))
        try set(ccurl_set_long(handle, CURLOPT_UPLOAD, 1))
        try set(ccurl_set_silent(handle))
    }

    private func set(_ code: CURLcode) throws {
        guard code == CURLE_OK else { throw MailFailure(.local, String(cString: curl_easy_strerror(code))) }
    }

    private static func cause(_ code: CURLcode, _ answer: Int) -> MailFailure.Cause {
        switch code {
        case CURLE_LOGIN_DENIED: .login
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            .insecure
        case _ where (500..<600).contains(answer): .refused
        case _ where (400..<500).contains(answer): .postponed
        default: .unreachable
        }
    }
}

/// The letter's bytes, as libcurl asks for them.
private struct LetterSource {
    var bytes: [UInt8]
    var position = 0

    static let read: ccurl_read = { buffer, size, count, source in
        guard let buffer, let source = source?.assumingMemoryBound(to: LetterSource.self) else { return 0 }
        let rest = source.pointee.bytes[source.pointee.position...].prefix(size * count)
        rest.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            UnsafeMutableRawPointer(buffer).copyMemory(from: start, byteCount: bytes.count)
        }
        source.pointee.position += rest.count
        return rest.count
    }
}
