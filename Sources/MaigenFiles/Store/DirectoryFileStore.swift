import Foundation
import MaigenDomain

/// Keeps files in a folder, which any number of processes may share, on this machine or over a network file system.
///
/// File `3f…` lies in the subfolder `3f`, so that no folder grows beyond what file systems like. What is not whole yet
/// lies in the subfolder `unfinished` of the same file system; the last step is always a rename. Names are made here and
/// checked by `FileName`, so that none can point elsewhere. Everything runs on threads of its own.
package struct DirectoryFileStore: FileStore {
    private let folder: String
    private let randomness: Randomness
    private let threads: FileThreads

    /// Opens the store in `folder`, which is made where it is missing.
    ///
    /// - Parameter patience: how long a call may wait for a thread.
    package init(
        folder: String, randomness: Randomness = .system, patience: Duration = .seconds(30)
    ) throws(FileFault) {
        self.folder = folder
        self.randomness = randomness
        threads = FileThreads(name: "files", patience: patience)
        try Self.makeFolder(unfinished)
        guard access(folder, W_OK) == 0 else { throw .system(.create, path: folder) }
    }

    package func keep(_ path: String) async throws(StoreFailure) -> FileName {
        let file = FileName(randomness)
        let (part, unfinished) = (self.part(of: file), self.unfinished)
        try await threads.run {
            try Self.makeFolder(part)
            try Self.move(path, to: "\(part)/\(file.text)", through: "\(unfinished)/\(file.text)")
        }
        return file
    }

    package func size(of file: FileName) async throws(StoreFailure) -> ByteCount? {
        let path = path(of: file)
        return try await threads.run {
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
        return try await threads.run {
            do throws(FileFault) {
                return try LocalFile(path).bytes(in: range)
            } catch {
                guard error.isMissing else { throw error }
                return nil
            }
        }
    }

    package func remove(_ file: FileName) async throws(StoreFailure) {
        let path = path(of: file)
        try await threads.run {
            guard unlink(path) == 0 || errno == ENOENT else { throw FileFault.system(.write, path: path) }
        }
    }

    package func files(
        keptBefore moment: Timestamp, after name: FileName?, limit: Int
    ) async throws(StoreFailure) -> [FileName] {
        let folder = folder
        return try await threads.run {
            var found: [FileName] = []
            for part in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where part.count == 2 {
                // A whole subfolder that comes before `name` is not even read.
                if let name, part < name.text.prefix(2) { continue }
                let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)
                for file in names.compactMap({ FileName($0) }).sorted() where name.map({ $0 < file }) ?? true {
                    // One that has just been removed is not there any more.
                    guard let changed = Self.changed("\(folder)/\(part)/\(file.text)"), changed < moment else {
                        continue
                    }
                    found.append(file)
                    if found.count == limit { return found }
                }
            }
            return found
        }
    }

    package func removeUnfinished(before moment: Timestamp) async throws(StoreFailure) {
        let unfinished = unfinished
        try await threads.run {
            for name in try FileManager.default.contentsOfDirectory(atPath: unfinished) {
                let path = "\(unfinished)/\(name)"
                guard let changed = Self.changed(path), changed < moment else { continue }
                guard unlink(path) == 0 || errno == ENOENT else { throw FileFault.system(.write, path: path) }
            }
        }
    }

    // MARK: - Steps

    private var unfinished: String { "\(folder)/unfinished" }
    private func part(of file: FileName) -> String { "\(folder)/\(file.text.prefix(2))" }
    private func path(of file: FileName) -> String { "\(part(of: file))/\(file.text)" }

    /// When the file at `path` was put there or last changed; nil where there is none.
    private static func changed(_ path: String) -> Timestamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Timestamp(
            milliseconds: Int64(status.st_ctim.tv_sec) * 1000 + Int64(status.st_ctim.tv_nsec) / 1_000_000)
    }

    /// Makes the folder where it is missing, so that it survives a power cut.
    private static func makeFolder(_ path: String) throws(FileFault) {
        guard access(path, F_OK) != 0 else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw FileFault(.create, path: path, reason: Localized(verbatim: error.localizedDescription))
        }
        ReplacedFile.syncFolder(of: path)
    }

    /// Puts the file on the disk and gives it its name: by renaming, or, from another file system, by copying it to
    /// `passage` first.
    private static func move(_ path: String, to destination: String, through passage: String) throws(FileFault) {
        let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard handle >= 0 else { throw .system(.read, path: path) }
        defer { Foundation.close(handle) }
        guard fsync(handle) == 0 else { throw .system(.finish, path: path) }
        if rename(path, destination) == 0 {
            ReplacedFile.syncFolder(of: destination)
            return
        }
        guard errno == EXDEV else { throw .system(.finish, path: destination) }
        let copy = try ReplacedFile(destination: passage)
        try copy.append(contentsOf: handle, path: path)
        try copy.keep()
        guard rename(passage, destination) == 0 else {
            let fault = FileFault.system(.finish, path: destination)
            unlink(passage)
            throw fault
        }
        ReplacedFile.syncFolder(of: destination)
        // The copy is what counts; whoever made the original cleans its own folder.
        unlink(path)
    }
}
