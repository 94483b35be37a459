import CHiredis
import MaigenDomain

/// What a server answers to one command.
enum RedisReply: Sendable, Hashable {
    /// A status line, `OK`.
    case status(String)
    case bytes([UInt8])
    case integer(Int64)
    case array([RedisReply])
    case none
    /// A refusal: a word in capitals and why.
    case error(String)

    init(_ reply: UnsafePointer<redisReply>) {
        let reply = reply.pointee
        let content = UnsafeRawBufferPointer(start: reply.str, count: reply.str == nil ? 0 : reply.len)
        switch reply.type {
        case REDIS_REPLY_STRING: self = .bytes(Array(content))
        case REDIS_REPLY_STATUS: self = .status(String(decoding: content, as: UTF8.self))
        case REDIS_REPLY_ERROR: self = .error(String(decoding: content, as: UTF8.self))
        case REDIS_REPLY_INTEGER: self = .integer(reply.integer)
        case REDIS_REPLY_ARRAY:
            self = .array((0..<reply.elements).map { reply.element[$0].map { RedisReply($0) } ?? .none })
        default: self = .none
        }
    }

    var text: String? {
        switch self {
        case .status(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .integer, .array, .none, .error: nil
        }
    }

    var number: Int64? {
        if case .integer(let number) = self { number } else { text.flatMap { Int64($0) } }
    }

    var elements: [RedisReply]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// What a refusal means to callers; nil where this is none.
    ///
    /// - READONLY: a replica, after a failover; the master is elsewhere.
    /// - LOADING, MASTERDOWN, CLUSTERDOWN, TRYAGAIN, BUSY, NOREPLICAS: a server that is not ready, for a while.
    /// - MISCONF: it cannot write its own files, and so takes nothing.
    /// - NOAUTH, WRONGPASS, NOPERM: it does not let us in.
    /// - OOM: it is full; it must be told to push nothing out (`maxmemory-policy noeviction`).
    var failure: StoreFailure? {
        guard case .error(let message) = self else { return nil }
        let unavailable = [
            "READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY", "NOREPLICAS", "MISCONF", "NOAUTH",
            "WRONGPASS", "NOPERM",
        ]
        let code = message.prefix { $0 != " " }
        if code == "OOM" { return StoreFailure(.overloaded, "redis: \(message)") }
        // "ERR max number of clients reached", "ERR Client sent AUTH, but no password is set" and the like.
        let isRefused = unavailable.contains(String(code)) || message.hasPrefix("ERR max number of clients")
        return StoreFailure(isRefused ? .unavailable : .broken, "redis: \(message)")
    }

    /// Whether another server has to be looked for.
    var isFromReplica: Bool {
        if case .error(let message) = self { message.hasPrefix("READONLY") } else { false }
    }

    /// The reply itself where it is no refusal.
    func granted() throws(StoreFailure) -> RedisReply {
        if let failure { throw failure }
        return self
    }

    /// That the server said something that no server says.
    func nonsense(_ command: String) -> StoreFailure {
        StoreFailure(.broken, "redis: \(self) in answer to \(command)")
    }
}
