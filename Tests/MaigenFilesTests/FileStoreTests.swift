import Foundation
import MaigenDomain
import MaigenFiles
import TestSupport
import Testing

/// Every kind of file store: one suite of tests goes over all of them.
enum TestFileStore: String, Sendable, CaseIterable {
    case directory

    /// Runs `body` with a new, empty store and a folder for what is put into it.
    func withStore(_ body: (any FileStore, URL) async throws -> Void) async throws {
        switch self {
        case .directory:
            try await withTemporaryFolder { folder in
                try await body(
                    DirectoryFileStore(folder: folder.appending(path: "files").path), folder.appending(path: "in"))
            }
        }
    }
}

/// What every implementation of `FileStore` keeps.
@Suite struct FileStoreTests {
    private func file(_ bytes: [UInt8], in folder: URL) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        return file.path
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

    @Test("A link in place of the file to keep is refused")
    func link() async throws {
        try await TestFileStore.directory.withStore { store, folder in
            let target = try file([1], in: folder)
            let link = folder.path + "/link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            await #expect(throws: StoreFailure.self) { try await store.keep(link) }
            #expect(FileManager.default.fileExists(atPath: target))
        }
    }

    @Test("A file comes over from another file system too")
    func otherFileSystem() async throws {
        try await TestFileStore.directory.withStore { store, _ in
            // Shared memory is a file system of its own wherever there is one.
            let path = "/dev/shm/maigen-\(UUID().uuidString)"
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
            let name = try await store.keep(path)
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try await store.bytes(of: name, in: 0..<10) == [1, 2, 3])
        }
    }
}
