import CLinux
import Foundation
import MaigenDomain

extension SandboxConfiguration {
    /// Finds the helper, `testlib.h`, the cache and the work folder.
    ///
    /// Read from the environment: `MAIGEN_SHARE` (a folder with `jail` and `testlib.h`), `MAIGEN_CACHE` or
    /// `XDG_CACHE_HOME` or `HOME` (the cache), `TMPDIR` (the work folder, if it lies on a disk).
    ///
    /// The helper and `testlib.h` are looked for, each by itself, in `MAIGEN_SHARE`, in `../share/maigen` beside the
    /// executable, in a `.toolchain` folder above the executable or above `file` (for tests, `#filePath`), and last, for
    /// the helper only, beside the executable.
    ///
    /// - Throws: `.missing` where there is no helper.
    package static func standard(above file: String? = nil) throws(SandboxFault) -> SandboxConfiguration {
        let environment = ProcessInfo.processInfo.environment
        let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
        let folder = (executable as NSString).deletingLastPathComponent
        var shares = [environment["MAIGEN_SHARE"], "\(folder)/../share/maigen"].compactMap(\.self)
        for start in [folder, file.map { ($0 as NSString).deletingLastPathComponent }].compactMap(\.self) {
            shares += Self.above(start).map { "\($0)/.toolchain" }
        }
        let helpers = (shares + [folder]).map { "\($0)/jail" }
        guard let helper = helpers.first(where: { access($0, X_OK) == 0 }) else {
            throw .missing(
                Localized(
                    zh: "找不到沙箱助手程序 jail。请运行 scripts/build-jail，或用 MAIGEN_SHARE 指明它所在的目录。",
                    en: "There is no sandbox helper jail. Run scripts/build-jail, or name its folder in MAIGEN_SHARE."),
                detail: helpers.joined(separator: ", "))
        }
        return SandboxConfiguration(
            helper: helper, testlib: shares.first { access("\($0)/testlib.h", R_OK) == 0 },
            cacheDirectory: cache(environment), workDirectory: work(environment))
    }

    /// `folder` and every folder above it.
    private static func above(_ folder: String) -> [String] {
        var folders = [folder]
        while let last = folders.last, last != "/", !last.isEmpty {
            folders.append((last as NSString).deletingLastPathComponent)
        }
        return folders
    }

    private static func cache(_ environment: [String: String]) -> String {
        if let named = environment["MAIGEN_CACHE"], !named.isEmpty { return named }
        if let caches = environment["XDG_CACHE_HOME"], !caches.isEmpty { return "\(caches)/maigen" }
        return "\(environment["HOME"] ?? NSHomeDirectory())/.cache/maigen"
    }

    /// A folder on a disk: what a program writes to a memory file system counts as its memory.
    private static func work(_ environment: [String: String]) -> String {
        let candidates = [environment["TMPDIR"], "/var/tmp", "/tmp"].compactMap(\.self)
        return candidates.first { access($0, W_OK) == 0 && !isInMemory($0) } ?? "/tmp"
    }

    private static func isInMemory(_ folder: String) -> Bool {
        var status = statfs()
        let temporary = 0x0102_1994
        let root = 0x8584_58F6
        return statfs(folder, &status) == 0 && [temporary, root].contains(Int(status.f_type))
    }
}
