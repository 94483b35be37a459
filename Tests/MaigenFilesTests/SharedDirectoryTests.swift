import Foundation
import MaigenDomain
import TestSupport
import Testing

@testable import MaigenFiles

/// What holds for a folder beyond what holds for every store.
@Suite struct SharedDirectoryTests {
    private static let later = Timestamp(milliseconds: .max / 2)

    @Test("Stores that know nothing of each other see each other's files in one folder, whoever makes its parts")
    func shared() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "files").path
            let names = try await withThrowingTaskGroup(of: [FileName].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let store = try DirectoryFileStore(folder: path)
                        var names: [FileName] = []
                        for number in 0..<50 {
                            names.append(
                                try await store.keep(newFile([UInt8(number)], in: folder.appending(path: "in"))))
                        }
                        return names
                    }
                }
                return try await group.reduce([]) { $0 + $1 }
            }
            let other = try DirectoryFileStore(folder: path)
            #expect(try await other.files(keptBefore: Self.later, after: nil, limit: 1000) == names.sorted())
            for name in names { #expect(try await other.bytes(of: name, in: 0..<2)?.count == 1) }
        }
    }

    @Test("What a process that died left of a copy is no file, and goes once it is old enough")
    func leftovers() async throws {
        try await withTemporaryFolder { folder in
            let store = try DirectoryFileStore(folder: folder.path)
            let part = folder.appending(path: "unfinished/.\(FileName(.system).text).x.part")
            try Data([1]).write(to: part)
            #expect(try await store.files(keptBefore: Self.later, after: nil, limit: 10) == [])
            try await store.removeUnfinished(before: WallClock.system.now() - .seconds(3600))
            #expect(FileManager.default.fileExists(atPath: part.path))
            try await store.removeUnfinished(before: WallClock.system.now() + .seconds(3600))
            #expect(!FileManager.default.fileExists(atPath: part.path))
        }
    }

    @Test("A full disk and a used up quota are told apart from other faults", arguments: [ENOSPC, EDQUOT, EACCES])
    func full(code: Int32) {
        errno = code
        #expect(StoreFailure(FileFault.system(.write, path: "x")).reason == (code == EACCES ? .unavailable : .full))
    }
}
