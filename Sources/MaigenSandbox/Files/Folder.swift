import Foundation

/// Small steps on folders and files of our own.
enum Folder {
    /// Whether `path` is a real folder of this user that nobody else can write.
    static func isOursAlone(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid()
            && status.st_mode & 0o022 == 0
    }

    /// Makes the folder and those above it.
    static func create(_ path: String, mode: Int = 0o755) throws(SandboxFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
        } catch {
            throw .file(path, "\(error)")
        }
    }

    /// Removes the folder with everything in it, following no link. What cannot be removed is left for the sweep.
    static func remove(_ path: String) {
        // Nothing depends on it: the next start sweeps what is left.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// What lies in the folder, with the time of its last change in seconds. What cannot be listed counts as empty.
    static func entries(of folder: String) -> [(name: String, path: String, size: Int, used: Int)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            return (name, path, Int(status.st_size), status.st_mtim.tv_sec)
        }
    }

    /// Removes what a killed process had begun to file in a cache: folders `new-…` that nobody has touched for an hour.
    static func sweepUnfinished(in folder: String) {
        for entry in entries(of: folder) where entry.name.hasPrefix("new-") && time(nil) - entry.used > 3600 {
            remove(entry.path)
        }
    }

    /// Whether there is a plain file with something in it.
    static func isNotEmpty(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    }

    /// Writes a new file.
    static func write(_ text: String, to path: String) throws(SandboxFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .file(path) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw .file(path) }
            done += count
        }
    }

    /// At most `limit` bytes from the file's beginning, and whether there was more. Only a plain file is read.
    static func read(_ path: String, limit: Int) throws(SandboxFault) -> (bytes: [UInt8], isTruncated: Bool) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw .file(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .file(path) }
        let size = min(limit, Int(status.st_size))
        var bytes = [UInt8](repeating: 0, count: size)
        var done = 0
        while done < size {
            let count = bytes[done...].withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            done += count
        }
        return (Array(bytes[..<done]), Int(status.st_size) > limit)
    }

    /// Makes `target` the same file as `source`, as a link where one file system holds both, else as a copy.
    static func share(_ source: String, as target: String) throws(SandboxFault) {
        if link(source, target) == 0 || errno == EEXIST { return }
        do {
            try FileManager.default.copyItem(atPath: source, toPath: target)
        } catch {
            // Somebody else was faster with the same file.
            guard access(target, F_OK) == 0 else { throw .file(target, "\(error)") }
        }
    }
}
