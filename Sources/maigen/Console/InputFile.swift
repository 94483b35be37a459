import Foundation
import MaigenDomain

/// Files that the person named on the command line, read within bounds.
enum InputFile {
    /// The greatest statement, program or specification.
    private static let limit = ByteCount.mebibytes(1)

    /// The text of a file.
    ///
    /// - Throws: `.wrongUse`, after saying why, where it cannot be read, is too large or is not UTF-8.
    static func text(_ path: String) throws(ExitStatus) -> String {
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }  // nothing was written, so nothing can be lost
            data = try handle.read(upToCount: limit.bytes + 1) ?? Data()
        } catch {
            let reason = (error as NSError).localizedFailureReason ?? error.localizedDescription
            throw refuse(Localized(zh: "无法读取 \(path)：\(reason)", en: "cannot read \(path): \(reason)"))
        }
        guard data.count <= limit.bytes else {
            throw refuse(Localized(zh: "\(path) 超过 \(limit)", en: "\(path) is larger than \(limit)"))
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw refuse(Localized(zh: "\(path) 不是 UTF-8 文本", en: "\(path) is not UTF-8 text"))
        }
        return text
    }

    private static func refuse(_ message: Localized) -> ExitStatus {
        Console.complain(message)
        return .wrongUse
    }
}
