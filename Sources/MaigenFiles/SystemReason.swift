import Foundation
import MaigenDomain

extension Localized {
    /// Why a system call failed, from its `errno`: in the reader's language what concerns people's own files, in the
    /// system's English the rest.
    package static func systemReason(_ code: Int32) -> Localized {
        let english = String(cString: strerror(code))
        let chinese: String? =
            switch code {
            case ENOENT: "文件或目录不存在"
            case EACCES, EPERM: "没有权限"
            case EISDIR: "这是一个目录"
            case ENOTDIR: "路径中有一部分不是目录"
            case EEXIST: "文件已存在"
            case ENOSPC: "磁盘空间不足"
            case EDQUOT: "超出磁盘配额"
            case EROFS: "文件系统是只读的"
            case EFBIG: "文件过大"
            case ENAMETOOLONG: "文件名过长"
            case ELOOP: "符号链接层数过多"
            case EMFILE, ENFILE: "打开的文件过多"
            case EIO: "磁盘读写错误"
            default: nil
            }
        return Localized(zh: chinese ?? english, en: english)
    }
}
