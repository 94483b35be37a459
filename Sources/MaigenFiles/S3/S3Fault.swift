import MaigenDomain

/// Why a request to an S3 store was not answered as it should be.
enum S3Fault: Error, Sendable, Hashable {
    /// No connection, or one that broke.
    case connection(String)
    /// The deadline passed.
    case late
    /// Whoever asked has gone.
    case cancelled
    /// The store refused.
    case refused(status: Int, code: String, message: String)
    /// The store answered something that the protocol does not know.
    case senseless(String)
    /// Our own file could not be read.
    case file(FileFault)

    /// Whether the same request may succeed a little later.
    var isPassing: Bool {
        switch self {
        case .connection: true
        case .refused(let status, let code, _):
            !isFull && (status >= 500 || [408, 429].contains(status))
                || ["RequestTimeout", "SlowDown"].contains(code)
        case .late, .cancelled, .senseless, .file: false
        }
    }

    /// Whether there is no room left: the disk is full, or a quota used up.
    var isFull: Bool {
        guard case .refused(let status, let code, _) = self else { return false }
        return status == 507 || code.contains("Quota") || code.contains("StorageFull")
            || ["InsufficientStorage", "InsufficientCapacity"].contains(code)
    }

    /// What the file store's callers and the log learn.
    var failure: StoreFailure {
        switch self {
        case .connection(let reason): StoreFailure(.unavailable, "the S3 store cannot be reached: \(reason)")
        case .late: StoreFailure(.timedOut, "the S3 store did not answer in time")
        case .cancelled: StoreFailure(.unavailable, "cancelled")
        case .senseless(let reason): StoreFailure(.broken, "the S3 store answers \(reason)")
        case .file(let fault): StoreFailure(fault)
        case .refused(let status, let code, let message):
            StoreFailure(
                isFull ? .full : [429, 503].contains(status) ? .overloaded : .unavailable,
                "the S3 store refuses: \(status) \(code)\(message.isEmpty ? "" : ", \(message)")\(hint(code))")
        }
    }

    /// What an operator does about it.
    private func hint(_ code: String) -> String {
        switch code {
        case "SignatureDoesNotMatch", "InvalidAccessKeyId", "AccessDenied":
            " (check key, secret and the key's rights in MAIGEN_FILES_URL)"
        case "NoSuchBucket": " (make the bucket that MAIGEN_FILES_URL names)"
        case "RequestTimeTooSkewed": " (this machine's clock is wrong, or the store's)"
        case "PermanentRedirect", "AuthorizationHeaderMalformed", "TemporaryRedirect":
            " (check region and style in MAIGEN_FILES_URL)"
        default: ""
        }
    }

    /// What a refusal with `status` and `body` says. `region` is where the store says that the bucket is.
    static func refusal(status: Int, body: [UInt8], region: String? = nil) -> S3Fault {
        let document = S3Document(body).flatMap { $0.name == "Error" ? $0 : nil }
        // Servers may say anything: a log takes a line of plain characters.
        func plain(_ text: String, _ limit: Int) -> String {
            String(
                text.unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init)
            )
            .prefix(bytes: limit)
        }
        var code = document?["Code"] ?? ""
        // An answer to HEAD has no body.
        if code.isEmpty, status == 301 { code = "PermanentRedirect" }
        let message = document?["Message"] ?? region.map { "the bucket is in \($0)" } ?? ""
        return .refused(status: status, code: plain(code, 60), message: plain(message, 200))
    }
}
