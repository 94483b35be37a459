import Foundation
import MaigenDomain

/// Keeps files in a folder, which several processes may share.
///
/// File `3f…` lies in the subfolder `3f`, so that no folder grows beyond what file systems like. Names are made here and
/// checked by `FileName`, so that none can point elsewhere. Everything runs on threads of its own.
package struct DirectoryFileStore: FileStore {
    private let folder: String
    private let randomness: Randomness
    private let threads: WorkerPool<Void>
    private let patience: Duration

    /// Opens the store in `folder`, which is made where it is missing.
    ///
    /// - Parameter patience: how long a call may wait for a thread.
    package init(
        folder: String, randomness: Randomness = .system, patience: Duration = .seconds(30)
    ) throws(FileFault) {
        self.folder = folder
        self.randomness = randomness
        self.patience = patience
        threads = WorkerPool(name: "files", threads: 2, capacity: 1024, open: {})
        try Self.makeFolder(folder)
        guard access(folder, W_OK) == 0 else { throw .system(.create, path: folder) }
    }

    package func keep(_ path: String) async throws(StoreFailure) -> FileName {
        let file = FileName(randomness)
        let destination = self.path(of: file)
        try await run {
            try Self.makeFolder((destination as NSString).deletingLastPathComponent)
            try Self.move(path, to: destination)
        }
        return file
    }

    package func size(of file: FileName) async throws(StoreFailure) -> ByteCount? {
        let path = path(of: file)
        return try await run {
            var status = stat()
            guard stat(path, &status) == 0 else {
                if errno == ENOENT { return nil }
                throw FileFault.system(.read, path: path)
            }
            return ByteCount(bytes: Int(status.st_size))
        }
    }

    package func bytes(of file: FileName, in range: Range<Int64>) async throws(StoreFailure) -> [UInt8]? {
        let path = path(of: file)
        return try await run {
            let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard handle >= 0 else {
                if errno == ENOENT { return nil }
                throw FileFault.system(.read, path: path)
            }
            defer { close(handle) }
            return try Self.read(handle, range, path: path)
        }
    }

    package func remove(_ file: FileName) async throws(StoreFailure) {
        let path = path(of: file)
        try await run {
            guard unlink(path) == 0 || errno == ENOENT else { throw FileFault.system(.write, path: path) }
        }
    }

    package func files(
        keptBefore moment: Timestamp, after name: FileName?, limit: Int
    ) async throws(StoreFailure) -> [FileName] {
        let folder = folder
        return try await run {
            var found: [FileName] = []
            for part in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where part.count == 2 {
                // A whole subfolder that comes before `name` is not even read.
                if let name, part < name.text.prefix(2) { continue }
                let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)
                for file in names.compactMap({ FileName($0) }).sorted() where name.map({ $0 < file }) ?? true {
                    var status = stat()
                    // One that has just been removed is not there any more.
                    guard stat("\(folder)/\(part)/\(file.text)", &status) == 0 else { continue }
                    let changed = Int64(status.st_ctim.tv_sec) * 1000 + Int64(status.st_ctim.tv_nsec) / 1_000_000
                    guard changed < moment.milliseconds else { continue }
                    found.append(file)
                    if found.count == limit { return found }
                }
            }
            return found
        }
    }

    // MARK: - On the store's threads

    private func path(of file: FileName) -> String { "\(folder)/\(file.text.prefix(2))/\(file.text)" }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws(StoreFailure) -> Value {
        do {
            return try await threads.run(by: .now + patience) { _ in try body() }
        } catch let error as WorkerPoolError {
            switch error {
            case .overloaded: throw StoreFailure(.overloaded, "too much waits for the file store")
            case .expired: throw StoreFailure(.timedOut, "the file store did not come to it in \(patience)")
            case .closed: throw StoreFailure(.unavailable, "the file store is closed")
            }
        } catch let fault as FileFault {
            throw StoreFailure(.unavailable, "\(fault.operation.rawValue) \(fault.path): \(fault.reason)")
        } catch {
            throw StoreFailure(.unavailable, "\(error)")
        }
    }

    private static func makeFolder(_ path: String) throws(FileFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw FileFault(.create, path: path, reason: Localized(verbatim: error.localizedDescription))
        }
    }

    /// Puts the file on the disk and gives it its name: by renaming, or, from another file system, by copying.
    private static func move(_ path: String, to destination: String) throws(FileFault) {
        let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard handle >= 0 else { throw .system(.read, path: path) }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw .system(.finish, path: path) }
        if rename(path, destination) == 0 {
            ReplacedFile.syncFolder(of: destination)
            return
        }
        guard errno == EXDEV else { throw .system(.finish, path: destination) }
        let copy = try ReplacedFile(destination: destination)
        try copy.append(contentsOf: handle, path: path)
        try copy.keep()
        // The copy is what counts; whoever made the original cleans its own folder.
        unlink(path)
    }

    private static func read(_ handle: Int32, _ range: Range<Int64>, path: String) throws(FileFault) -> [UInt8] {
        let wanted = min(range.count, FileName.chunk)
        var bytes = [UInt8](repeating: 0, count: wanted)
        var count = 0
        while count < wanted {
            let taken = bytes.withUnsafeMutableBytes { buffer in
                pread(handle, buffer.baseAddress! + count, wanted - count, Int(range.lowerBound) + count)
            }
            if taken < 0, errno == EINTR { continue }
            guard taken >= 0 else { throw .system(.read, path: path) }
            guard taken > 0 else { break }
            count += taken
        }
        bytes.removeLast(wanted - count)
        return bytes
    }
}
