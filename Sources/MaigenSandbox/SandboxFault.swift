import Foundation
import MaigenDomain

/// The sandbox itself failed, or was told to stop. Never the program's fault, and never shown as one.
package struct SandboxFault: Error, Sendable, Hashable {
    /// What kind of trouble it is.
    package enum Kind: String, Sendable, Hashable {
        /// The task was cancelled; the run was killed.
        case cancelled
        /// No level of isolation works on this machine, and running without was not allowed.
        case unprotected
        /// A part that MAIGEN needs is absent: the helper, the compiler, `testlib.h`.
        case missing
        /// The request made no sense, or named a file that cannot be opened.
        case request
        /// The helper failed or did not answer.
        case helper
    }

    /// What kind of trouble it is.
    package var kind: Kind
    /// For the person who runs MAIGEN: what happened and what to do.
    package var message: Localized
    /// The technical reason, for the log.
    package var detail: String

    package init(_ kind: Kind, _ message: Localized, detail: String = "") {
        self.kind = kind
        self.message = message
        self.detail = detail
    }
}

extension SandboxFault {
    static func cancelled() -> SandboxFault {
        SandboxFault(.cancelled, Localized(zh: "运行已取消。", en: "The run was cancelled."))
    }

    static func helper(_ detail: String) -> SandboxFault {
        SandboxFault(
            .helper, Localized(zh: "沙箱内部出错：\(detail)", en: "The sandbox itself failed: \(detail)"), detail: detail)
    }

    static func request(_ detail: String) -> SandboxFault {
        SandboxFault(
            .request, Localized(zh: "沙箱收到的请求无效：\(detail)", en: "The sandbox was asked for the impossible: \(detail)"),
            detail: detail)
    }

    static func missing(_ message: Localized, detail: String = "") -> SandboxFault {
        SandboxFault(.missing, message, detail: detail)
    }

    /// A file of our own cannot be made or read; the reason is `errno` unless given.
    static func file(_ path: String, _ reason: String? = nil) -> SandboxFault {
        helper("\(path): \(reason ?? String(cString: strerror(errno)))")
    }
}
