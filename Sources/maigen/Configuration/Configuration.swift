import Foundation
import Logging
import MaigenBroker
import MaigenDomain
import MaigenFiles
import MaigenHTTP
import MaigenMail
import MaigenModels

/// Everything that a server is told before it starts, read once and checked. docs/configuration.md lists it for people.
struct Configuration {
    /// Which part of the platform this process is.
    enum Role: String, CaseIterable {
        case all, api, analysis, sandbox
    }

    /// Where mail goes.
    enum Mail {
        /// Into a folder.
        case outbox(folder: String, from: EmailAddress)
        /// To a mail server.
        case server(SMTPServer)
    }

    /// MAIGEN_ROLE: `all`.
    var role: Role
    /// MAIGEN_HOST: `127.0.0.1`.
    var host: String
    /// MAIGEN_PORT: 8080; 0 takes any free port.
    var port: Int
    /// MAIGEN_DATA: `./data`. The folder of everything that is kept, unless told otherwise.
    var data: String
    /// MAIGEN_PUBLIC_URL, MAIGEN_TRUSTED_PROXIES and MAIGEN_METRICS_TOKEN.
    var site: SiteSettings
    /// MAIGEN_LOG_LEVEL: `info`.
    var logLevel: Logger.Level
    /// MAIGEN_DATABASE_URL: `sqlite:DATA/maigen.db`.
    var database: DatabaseAddress
    /// MAIGEN_DATABASE_CONNECTIONS: how many connections to a PostgreSQL server this process holds at most.
    var databaseConnections: Int
    /// MAIGEN_REDIS_URL: nil where the broker is in this process.
    var redis: RedisAddress?
    /// MAIGEN_FILES_URL: `file:DATA/files`.
    var files: FilesAddress
    /// MAIGEN_SMTP_URL, or else MAIGEN_MAIL_FROM and DATA/outbox.
    var mail: Mail
    /// MAIGEN_LLM_…: nil where no language model is asked.
    var models: ModelSettings?

    /// Reads what `source` says.
    init(_ source: ConfigurationSource) throws(ConfigurationError) {
        role = try source.value(
            .role, or: .all,
            expected: Localized(zh: "须为 all、api、analysis 或 sandbox", en: "all, api, analysis or sandbox"),
            Role.init(rawValue:))
        host = try source.text(.host) ?? "127.0.0.1"
        port = try source.value(
            .port, or: 8080, expected: Localized(zh: "须为 0 至 65535 的整数", en: "a whole number from 0 to 65535")
        ) { text in Int(text).flatMap { (0...65535).contains($0) ? $0 : nil } }
        data = try source.text(.data) ?? "data"
        logLevel = try source.value(
            .logLevel, or: .info,
            expected: Localized(
                zh: "须为 trace、debug、info、notice、warning、error 或 critical",
                en: "trace, debug, info, notice, warning, error or critical"),
            Logger.Level.init(rawValue:))
        site = try Self.site(source, host: host, port: port)
        (database, files, redis) = try Self.stores(source, data: data)
        databaseConnections = try source.value(
            .databaseConnections, or: 10,
            expected: Localized(zh: "须为 1 至 500 的整数", en: "a whole number from 1 to 500")
        ) { text in Int(text).flatMap { (1...500).contains($0) ? $0 : nil } }
        mail = try Self.mail(source, data: data)
        models = try ModelConfiguration.settings(source)
        try checkRole()
    }

    /// Reads the command line's options, this process's environment and `maigen.yaml` in the present folder.
    static func standard(_ options: [ConfigurationKey: String?] = [:]) throws(ExitStatus) -> Configuration {
        let source = try ConfigurationSource.standard(options)
        do throws(ConfigurationError) {
            return try Configuration(source)
        } catch {
            Console.complain(error.message)
            throw .wrongUse
        }
    }

    private static func site(
        _ source: ConfigurationSource, host: String, port: Int
    ) throws(ConfigurationError) -> SiteSettings {
        let name = host.contains(":") ? "[\(host)]" : host
        guard let local = SiteOrigin("http://\(name):\(port)") else {
            throw .malformed(
                ConfigurationKey.host.variable, Localized(zh: "须为主机名或 IP 地址", en: "a host name or an IP address"))
        }
        return SiteSettings(
            origin: try source.value(
                .publicURL, or: local,
                expected: Localized(
                    zh: "须为 https://主机[:端口] 或 http://主机[:端口]", en: "https://host[:port] or http://host[:port]"),
                SiteOrigin.init),
            proxies: try source.value(
                .trustedProxies, or: [],
                expected: Localized(
                    zh: "须为以逗号分隔的 IP 地址或网段，如 10.0.0.0/8",
                    en: "IP addresses or ranges such as 10.0.0.0/8, separated by commas")
            ) { text in
                let ranges = text.split(separator: ",").map { AddressRange($0.trimmingCharacters(in: .whitespaces)) }
                return ranges.contains { $0 == nil } ? nil : ranges.compactMap(\.self)
            },
            metricsToken: try source.value(
                .metricsToken, or: nil,
                expected: Localized(zh: "须为至少 16 个可见 ASCII 字符", en: "at least 16 visible ASCII characters")
            ) { text -> String?? in
                text.utf8.count >= 16 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? .some(text) : nil
            })
    }

    private static func stores(
        _ source: ConfigurationSource, data: String
    ) throws(ConfigurationError) -> (database: DatabaseAddress, files: FilesAddress, redis: RedisAddress?) {
        let database = try source.value(
            .databaseURL, or: .sqlite(path: data + "/maigen.db"),
            expected: Localized(
                zh: "须为 sqlite:路径 或 postgresql://用户:密码@主机:端口/数据库",
                en: "sqlite:PATH or postgresql://USER:PASSWORD@HOST:PORT/DATABASE"),
            DatabaseAddress.init)
        let files = try source.value(
            .filesURL, or: .folder(data + "/files"),
            expected: Localized(
                zh: "须为 file:路径 或 s3://密钥名:密钥@主机:端口/存储桶?region=…（密钥须百分号编码）",
                en: "file:PATH or s3://KEY:SECRET@HOST:PORT/BUCKET?region=…, key and secret percent-encoded"),
            FilesAddress.init)
        let redis = try source.value(
            .redisURL, or: nil,
            expected: Localized(
                zh: "须为 redis://用户:密码@主机:端口/编号 或 unix:///路径?db=编号；不支持 TLS（rediss）",
                en: "redis://USER:PASSWORD@HOST:PORT/NUMBER or unix:///PATH?db=NUMBER; TLS (rediss) is not spoken")
        ) { text -> RedisAddress?? in RedisAddress(text).map { .some($0) } }
        return (database, files, redis)
    }

    /// A role of its own process needs what it shares with the others' processes: workers the broker, and the API role the
    /// database as well.
    private func checkRole() throws(ConfigurationError) {
        let name = "\(ConfigurationKey.role.variable)=\(role.rawValue)"
        guard role != .all else { return }
        guard redis != nil else { throw .incomplete(name, needs: ConfigurationKey.redisURL.variable) }
        if case (.api, .sqlite) = (role, database) {
            throw .incomplete(name, needs: "\(ConfigurationKey.databaseURL.variable)=postgresql://…")
        }
    }

    static func path(in url: String, after scheme: String) -> String? {
        guard url.hasPrefix(scheme) else { return nil }
        let path = String(url.dropFirst(scheme.count))
        return path.isEmpty || path.hasPrefix("//") || path.utf8.contains(0) ? nil : path
    }

    private static func mail(_ source: ConfigurationSource, data: String) throws(ConfigurationError) -> Mail {
        if let url = try source.text(.smtpURL) {
            do {
                return .server(try SMTPServer(url: url))
            } catch {
                switch error {
                case .malformed(let part):
                    throw .malformed(ConfigurationKey.smtpURL.variable, Localized(verbatim: part))
                }
            }
        }
        guard let fallback = EmailAddress("maigen@localhost.localdomain") else {
            preconditionFailure("not an address")
        }
        let from = try source.value(
            .mailFrom, or: fallback, expected: Localized(zh: "须为邮箱地址", en: "an e-mail address"),
            EmailAddress.init)
        return .outbox(folder: data + "/outbox", from: from)
    }
}

/// Where ZIPs are kept.
enum FilesAddress: Sendable, Hashable {
    /// In that folder.
    case folder(String)
    /// In a bucket.
    case s3(S3Address)

    /// Reads `file:PATH`, `file:///PATH` or `s3://…`; nil where it is neither.
    init?(_ text: String) {
        if let path = Configuration.path(
            in: text.hasPrefix("file:///") ? "file:" + text.dropFirst(7) : text, after: "file:")
        {
            self = .folder(path)
        } else if let address = S3Address(text) {
            self = .s3(address)
        } else {
            return nil
        }
    }
}

/// Which database.
enum DatabaseAddress: Sendable, Hashable {
    /// The path of a SQLite file.
    case sqlite(path: String)
    /// A URL that libpq takes; it may hold a password.
    case postgres(url: String)

    /// Reads `sqlite:PATH`, `postgresql://…` or `postgres://…`; nil where it is neither.
    init?(_ text: String) {
        if let path = Configuration.path(in: text, after: "sqlite:") {
            self = .sqlite(path: path)
        } else if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
            self = .postgres(url: text)
        } else {
            return nil
        }
    }
}
