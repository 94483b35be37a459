import Foundation
import MaigenDomain
import MaigenFiles
import TestSupport
import Testing

/// A new file of these bytes; its path.
func newFile(_ bytes: [UInt8], in folder: URL) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    return file.path
}

/// Every kind of file store: one suite of tests goes over all of them.
enum TestFileStore: String, Sendable, CaseIterable {
    case directory
    case s3

    /// Runs `body` with a new, empty store and a folder for what is put into it.
    func withStore(_ body: (any FileStore, URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let store: any FileStore
            switch self {
            case .directory: store = try DirectoryFileStore(folder: folder.appending(path: "files").path)
            case .s3:
                let bucket = try await S3Server.shared.newBucket()
                store = S3FileStore(try #require(S3Address(bucket.url())), limits: .quick)
            }
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(store, folder.appending(path: "in")))
            } catch {
                result = .failure(error)
            }
            await store.close()
            try result.get()
        }
    }
}

extension S3Limits {
    /// Parts of 5 MiB, the least that stores take, and short pauses.
    static var quick: S3Limits {
        var limits = S3Limits()
        limits.part = 5 << 20
        limits.firstPause = .milliseconds(10)
        return limits
    }
}

/// What every implementation of `FileStore` keeps.
@Suite struct FileStoreTests {
    private func file(_ bytes: [UInt8], in folder: URL) throws -> String {
        try newFile(bytes, in: folder)
    }

    private static let later = Timestamp(milliseconds: .max / 2)

    @Test("A kept file has a name of the store's own, and its bytes", arguments: TestFileStore.allCases)
    func keeping(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let path = try file([1, 2, 3], in: folder)
            let name = try await store.keep(path)
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(FileName(name.text) == name)
            #expect(try await store.size(of: name) == ByteCount(bytes: 3))
            #expect(try await store.bytes(of: name, in: 0..<3) == [1, 2, 3])
            let other = try await store.keep(try file([4], in: folder))
            #expect(other != name)
        }
    }

    @Test("Ranges give what lies in them, up to the end of the file", arguments: TestFileStore.allCases)
    func ranges(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let name = try await store.keep(try file(Array(0..<100), in: folder))
            #expect(try await store.bytes(of: name, in: 10..<13) == [10, 11, 12])
            #expect(try await store.bytes(of: name, in: 98..<200) == [98, 99])
            #expect(try await store.bytes(of: name, in: 100..<200) == [])
            #expect(try await store.bytes(of: name, in: 5..<5) == [])
        }
    }

    @Test("A large file comes in bounded pieces", arguments: TestFileStore.allCases)
    func pieces(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let bytes = (0..<(FileName.chunk * 2 + 1000)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            let name = try await store.keep(try file(bytes, in: folder))
            #expect(try await store.bytes(of: name, in: 0..<Int64(bytes.count))?.count == FileName.chunk)
            var read: [UInt8] = []
            for try await piece in store.pieces(of: name, in: 7..<Int64(bytes.count)) {
                #expect(piece.count <= FileName.chunk)
                read += piece
            }
            #expect(read == Array(bytes[7...]))
        }
    }

    @Test("A file of many parts and windows is the same afterwards", arguments: TestFileStore.allCases)
    func large(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            var noise = SystemRandomNumberGenerator()
            var bytes: [UInt8] = []
            for _ in 0..<(11 << 17) { withUnsafeBytes(of: noise.next()) { bytes += $0 } }
            bytes += [1, 2, 3]
            let name = try await store.keep(try file(bytes, in: folder))
            #expect(try await store.size(of: name) == ByteCount(bytes: bytes.count))
            var read: [UInt8] = []
            for try await piece in store.pieces(of: name, in: 0..<Int64(bytes.count)) {
                #expect(piece.count <= FileName.chunk)
                read += piece
            }
            #expect(read == bytes)
            try await store.remove(name)
            #expect(try await store.size(of: name) == nil)
        }
    }

    @Test("An empty file is kept too", arguments: TestFileStore.allCases)
    func empty(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let name = try await store.keep(try file([], in: folder))
            #expect(try await store.size(of: name) == ByteCount(bytes: 0))
            #expect(try await store.bytes(of: name, in: 0..<1) == [])
            for try await _ in store.pieces(of: name, in: 0..<0) { Issue.record("a piece of nothing") }
        }
    }

    @Test("Nothing unfinished is found in a store where all ended well", arguments: TestFileStore.allCases)
    func nothingUnfinished(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let name = try await store.keep(try file([1], in: folder))
            try await store.removeUnfinished(before: Self.later)
            #expect(try await store.bytes(of: name, in: 0..<1) == [1])
        }
    }

    @Test("Many files come and go at a time", arguments: TestFileStore.allCases)
    func crowd(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    let path = try file([UInt8](repeating: UInt8(number), count: 1000 * number), in: folder)
                    group.addTask {
                        let name = try await store.keep(path)
                        var read = 0
                        for try await piece in store.pieces(of: name, in: 0..<Int64(1000 * number)) {
                            #expect(piece.allSatisfy { $0 == UInt8(number) })
                            read += piece.count
                        }
                        #expect(read == 1000 * number)
                        if number % 2 == 0 { try await store.remove(name) }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.files(keptBefore: Self.later, after: nil, limit: 100).count == 20)
        }
    }

    @Test("Pieces beyond the end of a file, or of a removed one, are a failure", arguments: TestFileStore.allCases)
    func missingPieces(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let name = try await store.keep(try file([1], in: folder))
            await #expect(throws: StoreFailure.self) { for try await _ in store.pieces(of: name, in: 0..<2) {} }
            try await store.remove(name)
            await #expect(throws: StoreFailure.self) { for try await _ in store.pieces(of: name, in: 0..<1) {} }
        }
    }

    @Test("A removed file is gone, and removing it again is no failure", arguments: TestFileStore.allCases)
    func removal(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let name = try await store.keep(try file([1], in: folder))
            try await store.remove(name)
            try await store.remove(name)
            #expect(try await store.size(of: name) == nil)
            #expect(try await store.bytes(of: name, in: 0..<1) == nil)
        }
    }

    @Test("Files are listed page by page, and only those from before a moment", arguments: TestFileStore.allCases)
    func listing(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            var names: [FileName] = []
            for number in 0..<7 { names.append(try await store.keep(try file([UInt8(number)], in: folder))) }
            var listed: [FileName] = []
            while true {
                let page = try await store.files(keptBefore: Self.later, after: listed.last, limit: 3)
                listed += page
                if page.count < 3 { break }
            }
            #expect(listed == names.sorted())
            #expect(try await store.files(keptBefore: Timestamp(milliseconds: 0), after: nil, limit: 10) == [])
        }
    }

    @Test("A file that is not there is not kept, and no name is used up", arguments: TestFileStore.allCases)
    func missing(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            await #expect(throws: StoreFailure.self) { try await store.keep(folder.path + "/nothing") }
            let files = try await store.files(keptBefore: Self.later, after: nil, limit: 10)
            #expect(files == [])
        }
    }

    @Test(
        "Texts that are no names of the store's are recognised",
        arguments: [
            "", "../../etc/passwd", String(repeating: "a", count: 31), String(repeating: "A", count: 32),
            String(repeating: "/", count: 32), String(repeating: "a", count: 31) + "\0",
        ])
    func names(text: String) {
        #expect(FileName(text) == nil)
    }

    @Test("A link in place of the file to keep is refused", arguments: TestFileStore.allCases)
    func link(kind: TestFileStore) async throws {
        try await kind.withStore { store, folder in
            let target = try file([1], in: folder)
            let link = folder.path + "/link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            await #expect(throws: StoreFailure.self) { try await store.keep(link) }
            #expect(FileManager.default.fileExists(atPath: target))
        }
    }

    @Test("A file comes over from another file system too", arguments: TestFileStore.allCases)
    func otherFileSystem(kind: TestFileStore) async throws {
        try await kind.withStore { store, _ in
            // Shared memory is a file system of its own wherever there is one.
            let path = "/dev/shm/maigen-\(UUID().uuidString)"
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
            let name = try await store.keep(path)
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try await store.bytes(of: name, in: 0..<10) == [1, 2, 3])
        }
    }
}
