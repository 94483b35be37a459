import Foundation
import MaigenDomain

/// Writes one ZIP file, member after member, and puts it in its place when it is complete.
///
/// The same members in the same order give the same bytes, whatever the time, the time zone and the user. A writer that
/// is let go without `finish()` leaves nothing behind.
///
/// Compressing is work for a whole core, so the writer has a thread of its own and never holds one of those that
/// Swift's tasks share.
package actor ZipWriter {
    private let thread: ThreadExecutor
    /// Nil once finished or abandoned.
    private var archive: ZipArchive?
    private let destination: String

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Creates a temporary file beside `destination`, so that a place that cannot be written is known at once.
    ///
    /// - Parameter level: deflate's effort, 1 (fast) to 9 (small); 0 stores.
    /// - Throws: `FileFault` with operation `.create`.
    package init(destination: String, level: Int = 6) throws(FileFault) {
        thread = ThreadExecutor(label: "maigen.zip")
        self.destination = destination
        archive = try ZipArchive(destination: destination, level: level)
    }

    /// Adds a member from memory. Names are ASCII, here and below: what ZIP readers of every age agree on.
    package func add(_ name: String, text: String) throws(FileFault) {
        let bytes = Array(text.utf8)
        do {
            try bytes.withUnsafeBytes { buffer in try open().add(name, bytes: buffer) }
        } catch let fault as FileFault {
            throw fault
        } catch {
            throw FileFault(.write, path: destination, reason: Localized(verbatim: "\(error)"))
        }
    }

    /// Adds a member from a file, which is read in pieces: a member of any size takes the same memory. A cancelled
    /// task stops in the middle.
    package func add(_ name: String, file path: String) throws(FileFault) {
        try open().add(name, path: path) { Task.isCancelled }
    }

    /// Completes the file: on the disk, under its name. Gives its size.
    package func finish() throws(FileFault) -> ByteCount {
        let size = try open().finish()
        archive = nil
        return ByteCount(bytes: size)
    }

    /// Throws away what was written. Does nothing after `finish()`.
    package func abandon() {
        archive = nil
    }

    private func open() throws(FileFault) -> ZipArchive {
        guard let archive else {
            throw FileFault(.write, path: destination, reason: Localized(zh: "压缩包已关闭", en: "the archive is closed"))
        }
        return archive
    }
}
