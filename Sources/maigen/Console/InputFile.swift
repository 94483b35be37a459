import Foundation
import MaigenDomain
import MaigenFiles

/// Files that the person named on the command line, read within bounds.
enum InputFile {
    /// The greatest statement, program or specification.
    private static let limit = ByteCount.mebibytes(1)

    /// The text of a file (or of a pipe: `<(…)` of a shell).
    ///
    /// - Throws: `.wrongUse`, after saying why, where it cannot be read, is too large or is not UTF-8.
    static func text(_ path: String, report: Report) throws(ExitStatus) -> String {
        func refusal(_ message: Localized) -> ExitStatus { report.failure(.wrongUse, code: "file", message) }
        let data: Data
        do throws(FileFault) {
            data = try read(path)
        } catch {
            throw refusal(error.message)
        }
        guard data.count <= limit.bytes else {
            throw refusal(Localized(zh: "\(path) 超过 \(limit)", en: "\(path) is larger than \(limit)"))
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw refusal(
                Localized(
                    zh: "\(path) 不是 UTF-8 文本；请另存为 UTF-8 编码", en: "\(path) is not UTF-8 text; save it as UTF-8"))
        }
        return text
    }

    /// The beginning of the file, one byte more than the limit at most.
    private static func read(_ path: String) throws(FileFault) -> Data {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .system(.read, path: path) }
        defer { close(descriptor) }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while data.count <= limit.bytes {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.read, path: path) }
            if count == 0 { break }
            data.append(contentsOf: buffer[..<count])
        }
        return data
    }
}
