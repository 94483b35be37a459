import Foundation
import MaigenDomain

/// A file of ours could not be read or written.
package struct FileFault: Error, Sendable, Hashable {
    /// What was being done.
    package enum Operation: String, Sendable, Hashable {
        case create, read, write, finish
    }

    /// What was being done.
    package var operation: Operation
    /// The file.
    package var path: String
    /// The system's reason, such as `Permission denied`.
    package var reason: Localized
    /// The system's `errno`; 0 where the reason is another.
    private(set) var code: Int32 = 0

    /// Whether there is no room left: the disk is full, or a quota used up.
    package var isFull: Bool { [ENOSPC, EDQUOT].contains(code) }
    /// Whether there is no such file.
    var isMissing: Bool { code == ENOENT }

    package init(_ operation: Operation, path: String, reason: Localized) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    /// The fault that `errno` tells of at this moment.
    package static func system(_ operation: Operation, path: String) -> FileFault {
        let code = errno
        var fault = FileFault(operation, path: path, reason: .systemReason(code))
        fault.code = code
        return fault
    }

    /// What happened and what to do.
    package var message: Localized {
        switch operation {
        case .create:
            Localized(
                zh: "无法创建文件 \(path)：\(reason.chinese)。请检查目录是否存在、是否有写权限，或换一个输出位置。",
                en: """
                    Cannot create \(path): \(reason.english). Check that the folder exists and may be written, or choose \
                    another place.
                    """)
        case .read:
            Localized(zh: "无法读取文件 \(path)：\(reason.chinese)。", en: "Cannot read \(path): \(reason.english).")
        case .write, .finish:
            Localized(
                zh: "写入文件 \(path) 时失败：\(reason.chinese)。请检查磁盘空间与写权限。",
                en: "Writing \(path) failed: \(reason.english). Check the free space and the permission to write.")
        }
    }
}
