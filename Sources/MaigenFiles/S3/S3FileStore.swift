import Foundation
import MaigenDomain

/// Keeps files in a bucket of an S3-compatible store, each as an object under its own name: any number of processes on
/// any number of machines share it. The bucket must be there.
///
/// Files come and go in pieces: of a file that is kept, none is in memory as a whole; of one that is passed on,
/// `S3Limits.window` at most.
package struct S3FileStore: FileStore {
    let client: S3Client
    private let randomness: Randomness

    /// Whoever makes it calls `close` in the end.
    package init(
        _ address: S3Address, limits: S3Limits = S3Limits(), randomness: Randomness = .system,
        clock: WallClock = .system
    ) {
        self.randomness = randomness
        client = S3Client(
            address, limits: limits, threads: FileThreads(name: "s3", patience: .seconds(30)), clock: clock)
    }

    package func close() async { await client.close() }

    package func keep(_ path: String) async throws(StoreFailure) -> FileName {
        let file = FileName(randomness)
        let source = try await client.threads.run { try LocalFile(path) }
        do throws(S3Fault) {
            try await upload(source, as: file)
        } catch {
            throw error.failure
        }
        // The object is what counts; whoever made the file cleans its own folder.
        try? await client.threads.run { _ = unlink(path) }
        return file
    }

    package func size(of file: FileName) async throws(StoreFailure) -> ByteCount? {
        try await asking { () throws(S3Fault) in
            let answer = try await client.send(S3Request(method: .HEAD, object: file, answers: [404]))
            guard answer.status != 404 else { return nil }
            guard let length = answer.length else { throw .senseless("without a length") }
            return ByteCount(bytes: Int(length))
        }
    }

    package func bytes(of file: FileName, in range: Range<Int64>) async throws(StoreFailure) -> [UInt8]? {
        guard !range.isEmpty else { return try await size(of: file) == nil ? nil : [] }
        let wanted = range.lowerBound..<min(range.upperBound, range.lowerBound + Int64(FileName.chunk))
        return try await asking { () throws(S3Fault) in try await read(file, wanted) }
    }

    package func pieces(of file: FileName, in range: Range<Int64>) -> AsyncThrowingStream<[UInt8], any Error> {
        FilePieces.stream(of: "file \(file.text)", in: range, window: client.limits.window) { wanted in
            try await asking { () throws(S3Fault) in try await read(file, wanted) }
        }
    }

    package func remove(_ file: FileName) async throws(StoreFailure) {
        try await asking { () throws(S3Fault) in
            _ = try await client.send(S3Request(method: .DELETE, object: file, answers: [404]))
        }
    }

    package func files(
        keptBefore moment: Timestamp, after name: FileName?, limit: Int
    ) async throws(StoreFailure) -> [FileName] {
        try await asking { () throws(S3Fault) in
            var found: [FileName] = []
            var last = name?.text
            while found.count < limit {
                let page = try await list(after: last, limit: min(1000, limit))
                found += page.objects.filter { $0.keptAt < moment }.compactMap { FileName($0.name) }
                guard page.isCut, let end = page.objects.last?.name else { break }
                last = end
            }
            return Array(found.prefix(limit))
        }
    }

    // MARK: - Steps

    private func asking<Value>(
        _ body: () async throws(S3Fault) -> Value
    ) async throws(StoreFailure) -> Value {
        do throws(S3Fault) {
            return try await body()
        } catch {
            throw error.failure
        }
    }

    /// The bytes of `file` in `range`; none where the file ends before it; nil where there is no file.
    private func read(_ file: FileName, _ range: Range<Int64>) async throws(S3Fault) -> [UInt8]? {
        let answer: S3Answer
        do throws(S3Fault) {
            answer = try await client.send(
                S3Request(method: .GET, object: file, range: range, answer: max(range.count, 1 << 16), answers: [416]))
        } catch .refused(404, "NoSuchKey", _) {
            return nil
        } catch .refused(400, "InvalidArgument", let message) {
            // Some stores say so of a range that reaches beyond the end, where RFC 9110 wants what there is.
            let head = try await client.send(S3Request(method: .HEAD, object: file, answers: [404]))
            guard head.status != 404 else { return nil }
            guard let length = head.length, length < range.upperBound else {
                throw .refused(status: 400, code: "InvalidArgument", message: message)
            }
            return range.lowerBound < length ? try await read(file, range.lowerBound..<length) : []
        }
        if answer.status == 416 { return [] }
        guard answer.status == 206, answer.body.count <= range.count else {
            throw .senseless("with other bytes than were asked for")
        }
        return answer.body
    }

    private struct Page {
        var objects: [(name: String, keptAt: Timestamp)]
        var isCut: Bool
    }

    private func list(after name: String?, limit: Int) async throws(S3Fault) -> Page {
        var query = [(name: "list-type", value: "2"), (name: "max-keys", value: "\(limit)")]
        if let name { query.append((name: "start-after", value: name)) }
        let answer = try await client.send(S3Request(method: .GET, query: query))
        guard let document = S3Document(answer.body), document.name == "ListBucketResult" else {
            throw .senseless("a list that is none")
        }
        var page = Page(objects: [], isCut: document["IsTruncated"] == "true")
        for entry in document.children where entry.name == "Contents" {
            guard let name = entry["Key"], let moment = entry["LastModified"].flatMap(Timestamp.init(iso8601:)) else {
                throw .senseless("a list without names or times")
            }
            page.objects.append((name, moment))
        }
        return page
    }
}

extension Timestamp {
    /// The moment that `text` names, as `2009-10-12T17:50:30.000Z`.
    init?(iso8601 text: String) {
        let formats = [true, false].map { Date.ISO8601FormatStyle(includingFractionalSeconds: $0) }
        // One of the two forms fits.
        guard let date = formats.lazy.compactMap({ try? Date(text, strategy: $0) }).first else { return nil }
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }
}
