import AsyncHTTPClient
import Foundation
import MaigenDomain
import NIOCore
import NIOHTTP1

/// What an S3 store is asked.
struct S3Request: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// That range of a file, with its SHA-256.
        case file(LocalFile, Range<Int64>, sha256: String)
    }

    var method: HTTPMethod
    /// The object; the bucket itself where nil.
    var object: FileName?
    var query: [(name: String, value: String)] = []
    /// Which bytes of the object.
    var range: Range<Int64>?
    var body = Body.bytes([])
    /// The most bytes that the answer may have.
    var answer = 1 << 20
    /// The statuses that are answers beside 2xx, and no refusals.
    var answers: Set<Int> = []
}

/// What an S3 store answered.
struct S3Answer: Sendable {
    var status: Int
    var length: Int64?
    var tag: String?
    var body: [UInt8]
}

/// Sends signed requests to an S3 store, each again with growing pauses where it failed for a reason that may pass: all
/// that are sent here can be repeated.
struct S3Client: Sendable {
    let address: S3Address
    let limits: S3Limits
    let threads: FileThreads
    private let http: HTTPClient
    private let clock: WallClock

    /// Whoever makes it calls `close` in the end.
    init(_ address: S3Address, limits: S3Limits, threads: FileThreads, clock: WallClock) {
        self.address = address
        self.limits = limits
        self.threads = threads
        self.clock = clock
        // No redirects, which signatures do not survive, and no retries behind our back.
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(max(1, limits.connect.milliseconds))))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        http = HTTPClient(configuration: configuration)
    }

    /// Closes its connections; requests that are under way fail.
    func close() async {
        // Fails only where it was closed before.
        try? await http.shutdown()
    }

    func send(_ request: S3Request) async throws(S3Fault) -> S3Answer {
        var pause = limits.firstPause
        var tries = 1
        while true {
            do throws(S3Fault) {
                return try await attempt(request)
            } catch {
                guard error.isPassing, tries < limits.tries else { throw error }
            }
            do {
                // Less up to a half by chance, so that those who failed together do not return together.
                try await Task.sleep(for: pause * Double.random(in: 0.5...1))
            } catch {
                throw .cancelled
            }
            pause *= 2
            tries += 1
        }
    }

    // MARK: - One try

    private func attempt(_ request: S3Request) async throws(S3Fault) -> S3Answer {
        let carried =
            switch request.body {
            case .bytes(let bytes): bytes.count
            case .file(_, let range, _): range.count
            }
        let deadline =
            ContinuousClock.Instant.now + limits.patience
            + .seconds(Double(carried + (request.range?.count ?? 0)) / Double(limits.slowest))
        let outcome = await withTaskGroup(of: Result<S3Answer, S3Fault>.self) { group in
            group.addTask { await exchange(request) }
            group.addTask {
                // Ends early where the answer has come.
                try? await Task.sleep(until: deadline, clock: .continuous)
                return .failure(.late)
            }
            let first = await group.next() ?? .failure(.late)
            group.cancelAll()
            return first
        }
        if case .failure = outcome, Task.isCancelled { throw .cancelled }
        return try outcome.get()
    }

    private func exchange(_ request: S3Request) async -> Result<S3Answer, S3Fault> {
        do {
            let response = try await http.execute(signed(request), deadline: .now() + .hours(1))
            var body: [UInt8] = []
            for try await buffer in response.body {
                guard body.count + buffer.readableBytes <= request.answer else {
                    return .failure(.senseless("with more than was asked for"))
                }
                body += buffer.readableBytesView
            }
            let status = Int(response.status.code)
            guard (200..<300).contains(status) || request.answers.contains(status) else {
                let region = response.headers.first(name: "x-amz-bucket-region")
                return .failure(.refusal(status: status, body: body, region: region))
            }
            // Stores begin to answer before they have put the parts together: a failure may come with status 200.
            if request.method == .POST, S3Document(body)?.name == "Error" {
                return .failure(.refusal(status: 500, body: body))
            }
            return .success(
                S3Answer(
                    status: status, length: response.headers.first(name: "content-length").flatMap { Int64($0) },
                    tag: response.headers.first(name: "etag"), body: body))
        } catch let fault as FileFault {
            return .failure(.file(fault))
        } catch {
            // These errors know addresses and certificates, never headers.
            let text = (error as? HTTPClientError)?.shortDescription ?? "\(error)"
            return .failure(.connection(text.prefix(bytes: 200)))
        }
    }

    private func signed(_ request: S3Request) -> HTTPClientRequest {
        let path = request.object.map { address.root + $0.text } ?? address.folder
        let payload =
            switch request.body {
            case .bytes(let bytes): SHA256.hexadecimal(of: bytes)
            case .file(_, _, let sha256): sha256
            }
        let date = S3Signature.date(clock.now())
        var headers = [
            (name: "host", value: address.host), (name: "x-amz-content-sha256", value: payload),
            (name: "x-amz-date", value: date),
        ]
        if let range = request.range {
            headers.append((name: "range", value: "bytes=\(range.lowerBound)-\(range.upperBound - 1)"))
        }
        let authorization = S3Signature(key: address.key, region: address.region).header(
            method: request.method.rawValue, path: path, query: request.query, headers: headers, payload: payload,
            date: date)
        let query = S3Signature.text(of: request.query)
        var sent = HTTPClientRequest(url: address.origin + path + (query.isEmpty ? "" : "?" + query))
        sent.method = request.method
        for header in headers { sent.headers.add(name: header.name, value: header.value) }
        sent.headers.add(name: "authorization", value: authorization)
        switch request.body {
        case .bytes(let bytes): if !bytes.isEmpty { sent.body = .bytes(ByteBuffer(bytes: bytes)) }
        case .file(let file, let range, _):
            let pieces = FilePieces.stream(of: file.path, in: range) { [threads] part in
                try await threads.run { try file.bytes(in: part) }
            }
            sent.body = .stream(pieces.map { ByteBuffer(bytes: $0) }, length: .known(Int64(range.count)))
        }
        return sent
    }
}
