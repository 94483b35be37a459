import CArchive
import Foundation

/// Unpacks the tests of a data set.
enum CorpusArchive {
    struct Damaged: Error {
        var reason: String
    }

    /// Writes the members `*.in` and `*.out` of the ZIP at `path` into `folder`.
    static func unpackTests(of path: String, into folder: String) throws {
        guard let archive = archive_read_new() else { throw Damaged(reason: "out of memory") }
        defer { archive_read_free(archive) }
        func check(_ status: Int32) throws {
            guard status == ARCHIVE_OK else {
                throw Damaged(reason: archive_error_string(archive).map { String(cString: $0) } ?? "status \(status)")
            }
        }
        try check(archive_read_support_format_zip(archive))
        try check(archive_read_open_filename(archive, path, 1 << 18))
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return }
            try check(status)
            guard let name = archive_entry_pathname(entry).map({ String(cString: $0) }), !name.contains("/"),
                name.hasSuffix(".in") || name.hasSuffix(".out")
            else { continue }
            let file = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw Damaged(reason: "\(name): \(String(cString: strerror(errno)))") }
            defer { close(file) }
            try check(archive_read_data_into_fd(archive, file))
        }
    }
}
