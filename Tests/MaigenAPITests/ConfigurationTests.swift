import MaigenDomain
import MaigenHTTP
import Testing

@testable import maigen

@Suite("Configuration")
struct ConfigurationTests {
    private func read(
        _ environment: [String: String] = [:], file: String? = nil, options: [ConfigurationKey: String?] = [:]
    ) throws(ConfigurationError) -> Configuration {
        try Configuration(ConfigurationSource(options: options, environment: environment, file: file))
    }

    @Test("Options go before the environment, and that before the file")
    func precedence() throws {
        let file = "port: 1001\nhost: 10.0.0.1\ndata: /from/file\n"
        let configuration = try read(
            ["MAIGEN_PORT": "1002", "MAIGEN_DATA": "/from/environment"], file: file,
            options: [.port: "1003", .host: nil])
        #expect(configuration.port == 1003)
        #expect(configuration.data == "/from/environment")
        #expect(configuration.host == "10.0.0.1")
    }

    @Test("What nobody said is what the documentation says")
    func defaults() throws {
        let configuration = try read(["PATH": "/bin", "MAIGEN_LANG": "en"])
        #expect(configuration.host == "127.0.0.1" && configuration.port == 8080 && configuration.data == "data")
        #expect(
            configuration.database == .sqlite(path: "data/maigen.db") && configuration.files == .folder("data/files"))
        #expect(configuration.site.origin.text == "http://127.0.0.1:8080" && configuration.site.proxies.isEmpty)
        #expect(configuration.logLevel == .info)
    }

    @Test("Files are kept in a folder or a bucket")
    func files() throws {
        for text in ["file:/srv/files", "file:///srv/files"] {
            let files = try read(["MAIGEN_FILES_URL": text]).files
            #expect(files == .folder("/srv/files"))
        }
        guard case .s3(let address) = try read(["MAIGEN_FILES_URL": "s3://k:s%2F@host:9000/data?tls=none"]).files else {
            Issue.record("not a bucket")
            return
        }
        #expect(address.bucket == "data")
    }

    @Test(
        "A malformed value stops the start with its name",
        arguments: [
            ("MAIGEN_PORT", "abc"), ("MAIGEN_PORT", "65536"), ("MAIGEN_PORT", ""), ("MAIGEN_ROLE", "everything"),
            ("MAIGEN_LOG_LEVEL", "loud"), ("MAIGEN_PUBLIC_URL", "maigen.example.org"),
            ("MAIGEN_PUBLIC_URL", "https://a/path"), ("MAIGEN_TRUSTED_PROXIES", "10.0.0.0/40"),
            ("MAIGEN_METRICS_TOKEN", "short"), ("MAIGEN_DATABASE_URL", "mysql://a"), ("MAIGEN_DATABASE_URL", "sqlite:"),
            ("MAIGEN_FILES_URL", "/plain/path"), ("MAIGEN_FILES_URL", "s3://key:se/cret@host/bucket"),
            ("MAIGEN_FILES_URL", "file://host/path"), ("MAIGEN_REDIS_URL", "rediss://user:secret@a"),
            ("MAIGEN_SMTP_URL", "smtp://a"),
            ("MAIGEN_MAIL_FROM", "nobody"), ("MAIGEN_DATA", ""), ("MAIGEN_HOST", ""),
        ])
    func malformed(name: String, value: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try read([name: value]) }
        #expect(error.message[.english].contains(name) && error.message[.chinese].contains(name))
        if ["TOKEN", "SMTP_URL", "FILES_URL", "REDIS_URL"].contains(where: name.hasSuffix) {
            #expect(!error.message[.english].contains(value), "it may be a secret")
        }
    }

    @Test("A role of its own needs what it shares with the others, and says what is missing")
    func roles() throws {
        let (redis, postgres) = (["MAIGEN_REDIS_URL": "redis://a"], ["MAIGEN_DATABASE_URL": "postgresql://a/b"])
        for role in ["api", "analysis", "sandbox"] {
            let alone = try #require(throws: ConfigurationError.self) { try read(options: [.role: role]) }
            #expect(alone == .incomplete("MAIGEN_ROLE=\(role)", needs: "MAIGEN_REDIS_URL"))
            #expect(try read(redis.merging(postgres) { $1 }, options: [.role: role]).role.rawValue == role)
        }
        #expect(throws: ConfigurationError.incomplete("MAIGEN_ROLE=api", needs: "MAIGEN_DATABASE_URL=postgresql://…")) {
            try read(redis, options: [.role: "api"])
        }
        // Workers have no database.
        #expect(throws: Never.self) { try read(redis, options: [.role: "sandbox"]) }
        #expect(throws: Never.self) { try read(redis) }
    }

    @Test("A name that nobody knows stops the start too")
    func unknown() throws {
        #expect(throws: ConfigurationError.unknown("MAIGEN_SMPT_URL")) { try read(["MAIGEN_SMPT_URL": "x"]) }
        #expect(throws: ConfigurationError.unknown("maigen.yaml: prot")) { try read(file: "prot: 1\n") }
        #expect(throws: ConfigurationError.self) { try read(file: "- a\n- b\n") }
        #expect(throws: ConfigurationError.self) { try read(file: "port: [1]\n") }
        #expect(throws: ConfigurationError.self) { try read(file: "port: \"1\n") }
        #expect(throws: Never.self) { try read(file: "") }
    }
}
