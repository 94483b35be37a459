import Foundation

/// An S3 store of this test process alone (nanio, from PyPI: it keeps objects in files and checks every signature), started at
/// its first use. It ends, and its folder goes, when this process ends, however it does.
package actor S3Server {
    package static let shared = S3Server()
    package static let key = "maigen"
    package static let secret = "a+secret/with=signs"
    private var running: Task<Running, any Error>?

    /// Where the store is.
    package struct Running: Sendable {
        package var folder: URL
        package var port: Int
        /// Who ends it.
        fileprivate var keeper: KeeperShell
    }

    /// A new, empty bucket.
    package struct Bucket: Sendable {
        package var name: String
        /// The folder that its objects lie in.
        package var folder: URL
        package var port: Int

        /// What `MAIGEN_FILES_URL` says of it.
        package func url(secret: String = S3Server.secret) -> String {
            let encoded = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return "s3://\(S3Server.key):\(encoded)@127.0.0.1:\(port)/\(name)?region=eu-central-1&tls=none"
        }
    }

    package func newBucket() async throws -> Bucket {
        let start = running ?? Task { try await Self.start() }
        running = start
        let server = try await start.value
        let name = "bucket-\(UUID().uuidString.prefix(8).lowercased())"
        // The store's buckets are folders.
        let folder = server.folder.appending(path: "data/\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return Bucket(name: name, folder: folder, port: server.port)
    }

    private static func start() async throws -> Running {
        let folder = URL(fileURLWithPath: "/tmp/maigen-s3-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "data"), withIntermediateDirectories: true)
        let program = FileManager.default.currentDirectoryPath + "/.toolchain/python/bin/uvicorn"
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw S3ServerFailure("no \(program): run scripts/setup-python")
        }
        let script = """
            folder=$1
            # Not by its own command, which takes no port of 0.
            NANIO_ACCESS_KEY=$3 NANIO_SECRET_KEY=$4 NANIO_DATA_DIR="$folder/data" NANIO_REGION=eu-central-1 \
                "$2" --factory nanio.app:build_app --host 127.0.0.1 --port 0 --no-access-log \
                >"$folder/log" 2>&1 </dev/null &
            server=$!
            cat >/dev/null
            kill "$server" 2>/dev/null
            wait
            rm -rf "$folder"
            """
        let keeper = try KeeperShell(script, [folder.path, program, key, secret])
        let end = ContinuousClock.now + .seconds(60)
        var log = ""
        while .now < end {
            // Not there yet at first.
            log = (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
            if let port = log.firstMatch(of: /running on http:\/\/127\.0\.0\.1:(\d+)/).flatMap({ Int($0.1) }) {
                return Running(folder: folder, port: port, keeper: keeper)
            }
            if log.contains("Traceback") { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw S3ServerFailure("the S3 store did not start: \(log)")
    }
}

/// Why there is no store.
package struct S3ServerFailure: Error {
    package var message: String

    package init(_ message: String) { self.message = message }
}
