import Foundation
import MaigenDomain
import TestSupport
import Testing

@testable import MaigenFiles

/// What the store for S3 does where a server answers late, wrongly, or not at all.
@Suite struct S3FaultTests {
    private static let name = FileName(.system)
    private static let large = [UInt8](repeating: 7, count: (5 << 20) + 1)

    private func failure(_ body: () async throws -> some Any) async -> StoreFailure? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? StoreFailure
        }
    }

    private func withFile(_ bytes: [UInt8], _ body: (String) async throws -> Void) async throws {
        try await withTemporaryFolder { try await body(newFile(bytes, in: $0)) }
    }

    @Test("What may pass is asked again, with the same file")
    func retries() async throws {
        try await withFile([1, 2, 3]) { path in
            try await ScriptedStore.playing([
                .refusal(503, "SlowDown"), .refusal(500, "InternalError"), .refusal(400, "RequestTimeout"),
                .answer(200),
            ]) { store, script in
                _ = try await store.keep(path)
                #expect(script.requests == Array(repeating: "PUT /bucket/*", count: 4))
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test("What does not pass is said after four tries, and the file is still there")
    func overloaded() async throws {
        try await withFile([1]) { path in
            try await ScriptedStore.playing(Array(repeating: .refusal(503, "SlowDown"), count: 4)) { store, _ in
                let failure = await failure { try await store.keep(path) }
                #expect(failure?.reason == .overloaded)
                #expect(FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test(
        "No room left is said at once",
        arguments: [(507, "InsufficientStorage"), (503, "XMinioStorageFull"), (403, "QuotaExceeded"), (507, "")])
    func full(status: Int, code: String) async throws {
        try await withFile([1]) { path in
            try await ScriptedStore.playing([.refusal(status, code)]) { store, _ in
                let failure = await failure { try await store.keep(path) }
                #expect(failure?.reason == .full)
            }
        }
    }

    @Test(
        "A wrong key, bucket, clock or region is said with what to check, and without the secret",
        arguments: [
            (403, "SignatureDoesNotMatch", "check key, secret"), (404, "NoSuchBucket", "make the bucket"),
            (403, "RequestTimeTooSkewed", "clock"), (301, "", "check region"),
        ])
    func hints(status: Int, code: String, hint: String) async throws {
        try await ScriptedStore.playing([.refusal(status, code)]) { store, _ in
            let failure = await failure { try await store.bytes(of: Self.name, in: 0..<1) }
            #expect(failure?.reason == .unavailable)
            #expect(failure?.detail.contains(hint) == true)
            #expect(failure?.detail.contains("geheim") == false)
        }
    }

    @Test("A server that says nothing is left when the time is up")
    func silence() async throws {
        var limits = S3Limits.quick
        limits.patience = .milliseconds(200)
        try await ScriptedStore.playing([.silence], limits: limits) { store, _ in
            let start = ContinuousClock.now
            let failure = await failure { try await store.bytes(of: Self.name, in: 0..<1) }
            #expect(failure?.reason == .timedOut)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test("A download that breaks off is asked for again")
    func brokenDownload() async throws {
        try await ScriptedStore.playing([.half("abcdef"), .answer(206, "abcdef")]) { store, script in
            let bytes = try await store.bytes(of: Self.name, in: 10..<16)
            #expect(bytes == Array("abcdef".utf8))
            #expect(script.requests.count == 2)
        }
    }

    @Test("Bytes that were not asked for are not taken", arguments: [(200, "abc"), (206, "abcdef")])
    func wrongRange(status: Int, text: String) async throws {
        try await ScriptedStore.playing([.answer(status, text)]) { store, _ in
            let failure = await failure { try await store.bytes(of: Self.name, in: 3..<6) }
            #expect(failure?.reason == .broken)
        }
    }

    @Test("A server that is not there cannot be reached")
    func nobody() async throws {
        let address = try #require(S3Address("s3://k:geheim@127.0.0.1:1/bucket?tls=none"))
        let store = S3FileStore(address, limits: .quick)
        let failure = await failure { try await store.size(of: Self.name) }
        await store.close()
        #expect(failure?.reason == .unavailable)
    }

    @Test("What lies beyond the end is nothing, however a store says so")
    func beyond() async throws {
        try await ScriptedStore.playing([.refusal(416, "InvalidRange")]) { store, _ in
            let bytes = try await store.bytes(of: Self.name, in: 10..<12)
            #expect(bytes == [])
        }
        let steps: [ScriptedStore.Step] = [
            .refusal(400, "InvalidArgument"), .answer(200, headers: ["Content-Length": "11"]), .answer(206, "x"),
        ]
        try await ScriptedStore.playing(steps) { store, script in
            let bytes = try await store.bytes(of: Self.name, in: 10..<12)
            #expect(bytes == [0x78])
            #expect(script.requests == ["GET /bucket/*", "HEAD /bucket/*", "GET /bucket/*"])
        }
    }

    // MARK: - Parts

    private static let begun = ScriptedStore.Step.answer(200, "<X><UploadId>u/1</UploadId></X>")
    private static let part = ScriptedStore.Step.answer(200, headers: ["ETag": "\"t\""])
    private static let id = "uploadId=u%2F1"

    @Test("Where a part fails for good, the upload is given up, and nothing is kept")
    func abort() async throws {
        try await withFile(Self.large) { path in
            try await ScriptedStore.playing([Self.begun, Self.part, .refusal(507, "Full"), .answer(204)]) {
                store, script in
                let failure = await failure { try await store.keep(path) }
                #expect(failure?.reason == .full)
                #expect(
                    script.requests == [
                        "POST /bucket/* uploads=", "PUT /bucket/* partNumber=1&\(Self.id)",
                        "PUT /bucket/* partNumber=2&\(Self.id)", "DELETE /bucket/* \(Self.id)",
                    ])
                #expect(FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test("Whoever is cancelled in the middle of an upload gives it up as well")
    func cancelled() async throws {
        try await withFile(Self.large) { path in
            try await ScriptedStore.playing([Self.begun, .silence, .answer(204)]) { store, script in
                let task = Task { try await store.keep(path) }
                while script.requests.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
                task.cancel()
                let failure = await failure { try await task.value }
                #expect(failure?.reason == .unavailable)
                #expect(script.requests.last == "DELETE /bucket/* \(Self.id)")
            }
        }
    }

    @Test("Only the part that failed is sent again")
    func partRetry() async throws {
        try await withFile(Self.large) { path in
            let steps: [ScriptedStore.Step] = [
                Self.begun, Self.part, .refusal(500, "InternalError"), Self.part,
                .answer(200, "<CompleteMultipartUploadResult/>"),
            ]
            try await ScriptedStore.playing(steps) { store, script in
                _ = try await store.keep(path)
                #expect(
                    script.requests.filter { $0.hasPrefix("PUT") }.map { $0.contains("partNumber=1&") } == [
                        true, false, false,
                    ])
            }
        }
    }

    @Test("A failure that comes with status 200 at the end is one, and passes")
    func lateFailure() async throws {
        try await withFile(Self.large) { path in
            let steps: [ScriptedStore.Step] = [
                Self.begun, Self.part, Self.part, .refusal(200, "InternalError"),
                .answer(200, "<CompleteMultipartUploadResult/>"),
            ]
            try await ScriptedStore.playing(steps) { store, _ in _ = try await store.keep(path) }
        }
    }

    @Test("An end that was reached before, by a try whose answer was lost, is one", arguments: [true, false])
    func lostAnswer(isWhole: Bool) async throws {
        try await withFile(Self.large) { path in
            var steps: [ScriptedStore.Step] = [
                Self.begun, Self.part, Self.part, .refusal(500, "InternalError"), .refusal(404, "NoSuchUpload"),
                .answer(isWhole ? 200 : 404, headers: isWhole ? ["Content-Length": "\(Self.large.count)"] : [:]),
            ]
            if !isWhole { steps.append(.answer(404)) }
            try await ScriptedStore.playing(steps) { store, script in
                let failure = await failure { try await store.keep(path) }
                #expect((failure == nil) == isWhole)
                #expect(script.requests[5] == "HEAD /bucket/*")
            }
        }
    }

    // MARK: - Against the real server

    @Test("A wrong secret is refused by the server")
    func wrongSecret() async throws {
        let bucket = try await S3Server.shared.newBucket()
        let store = S3FileStore(try #require(S3Address(bucket.url(secret: "wrong"))), limits: .quick)
        let failure = await failure { try await store.size(of: Self.name) }
        let listing = await self.failure {
            try await store.files(keptBefore: Timestamp(milliseconds: 0), after: nil, limit: 1)
        }
        await store.close()
        #expect(failure?.reason == .unavailable)
        #expect(listing?.detail.contains("SignatureDoesNotMatch") == true)
    }

    @Test("Uploads that a process which died has left are removed once they are old enough")
    func leftovers() async throws {
        let bucket = try await S3Server.shared.newBucket()
        let store = S3FileStore(try #require(S3Address(bucket.url())), limits: .quick)
        let begun = try await store.client.send(
            S3Request(method: .POST, object: Self.name, query: [(name: "uploads", value: "")]))
        let id = try #require(S3Document(begun.body)?["UploadId"])
        func parts() async throws -> Int {
            let list = try await store.client.send(S3Request(method: .GET, query: [(name: "uploads", value: "")]))
            return try #require(S3Document(list.body)).children.count { $0["UploadId"] == id }
        }
        try await store.removeUnfinished(before: WallClock.system.now() - .seconds(3600))
        #expect(try await parts() == 1)
        try await store.removeUnfinished(before: WallClock.system.now() + .seconds(3600))
        #expect(try await parts() == 0)
        await store.close()
    }
}
