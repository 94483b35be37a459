import CArchive
import Foundation
import MaigenDomain

/// One ZIP file being written through libarchive, from the thread that owns it. `ZipWriter` is its face.
///
/// Equal entries give equal bytes, on every machine with the same libarchive: entries carry no times (libarchive would
/// turn one into local time, so the bytes would depend on `TZ`; without it, it writes 1980-01-01), no owner, a fixed
/// mode, and stand in the order in which they were added.
final class ZipArchive {
    private let file: ReplacedFile
    private let archive: OpaquePointer
    private var isOpen = true
    /// What one read takes from a member's file: the only memory a member needs, whatever its size.
    private static let chunk = 256 << 10

    /// - Parameter level: deflate's effort, 1 (fast) to 9 (small); 0 stores.
    init(destination: String, level: Int) throws(FileFault) {
        file = try ReplacedFile(destination: destination)
        guard let archive = archive_write_new() else {
            throw FileFault(.create, path: destination, reason: .systemReason(ENOMEM))
        }
        self.archive = archive
        do {
            try check(archive_write_set_format_zip(archive), .create)
            try check(archive_write_set_options(archive, "zip:compression-level=\(min(9, max(0, level)))"), .create)
            // No padding at the end.
            try check(archive_write_set_bytes_in_last_block(archive, 1), .create)
            try check(archive_write_open_fd(archive, file.descriptor), .create)
        } catch {
            archive_write_free(archive)
            isOpen = false
            throw error
        }
    }

    deinit {
        guard isOpen else { return }
        // Without this, freeing would write the end of the archive into a file that is to be thrown away.
        archive_write_fail(archive)
        archive_write_free(archive)
    }

    /// Adds a member from memory.
    func add(_ name: String, bytes: UnsafeRawBufferPointer) throws(FileFault) {
        try begin(name, size: bytes.count)
        try write(bytes)
        try check(archive_write_finish_entry(archive), .write)
    }

    /// Adds a member from a file, `chunk` bytes at a time.
    ///
    /// - Parameter isCancelled: asked between two chunks; true gives the member up.
    func add(_ name: String, path: String, isCancelled: () -> Bool) throws(FileFault) {
        let source = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard source >= 0 else { throw .system(.read, path: path) }
        defer { close(source) }
        var status = stat()
        guard fstat(source, &status) == 0 else { throw .system(.read, path: path) }
        let size = Int(status.st_size)
        try begin(name, size: size)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
        defer { buffer.deallocate() }
        var left = size
        while left > 0 {
            if isCancelled() {
                throw FileFault(.write, path: file.destination, reason: Localized(zh: "已取消", en: "cancelled"))
            }
            let count = read(source, buffer.baseAddress, min(left, buffer.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.read, path: path) }
            guard count > 0 else {
                throw FileFault(.read, path: path, reason: Localized(zh: "文件变短了", en: "the file became shorter"))
            }
            try write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            left -= count
        }
        try check(archive_write_finish_entry(archive), .write)
    }

    /// Writes the directory at the end and puts the file in its place. Gives its size.
    func finish() throws(FileFault) -> Int {
        try check(archive_write_close(archive), .finish)
        isOpen = false
        archive_write_free(archive)
        let size = file.size()
        try file.keep()
        return size
    }

    private func begin(_ name: String, size: Int) throws(FileFault) {
        guard let entry = archive_entry_new() else {
            throw FileFault(.write, path: file.destination, reason: .systemReason(ENOMEM))
        }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        // AE_IFREG is a cast that Swift does not import.
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        // Known sizes keep libarchive from using zip64 for small members.
        archive_entry_set_size(entry, Int64(size))
        try check(archive_write_header(archive, entry), .write)
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(FileFault) {
        var rest = bytes
        while !rest.isEmpty {
            let count = archive_write_data(archive, rest.baseAddress, rest.count)
            guard count > 0 else { throw fault(.write) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    private func check(_ code: Int32, _ operation: FileFault.Operation) throws(FileFault) {
        guard code == ARCHIVE_OK else { throw fault(operation) }
    }

    private func fault(_ operation: FileFault.Operation) -> FileFault {
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "libarchive failed"
        return FileFault(operation, path: file.destination, reason: Localized(verbatim: reason))
    }
}
