import Foundation
import MaigenDomain
import Synchronization

/// The C++ compiler of this machine.
struct Compiler: Sendable, Hashable {
    /// The real path of g++, with no link in it: `/usr/bin/x86_64-linux-gnu-g++-12`.
    var path: String
    /// The gcov of the same version.
    var gcov: String
    /// What tells this compiler from every other: its own account of its version and how it was built.
    var identity: String

    /// The folders that a compiler consists of; those that are there. Whatever else the machine holds, a compilation
    /// does not see it.
    static let folders: [String] =
        ["/usr/bin", "/usr/include", "/usr/lib", "/usr/lib64", "/usr/libexec", "/lib", "/lib64"]
        .filter { (folder: String) in access(folder, F_OK) == 0 }
}

/// Finds the compiler when it is first needed, and remembers it.
final class CompilerChoice: Sendable {
    private let found = Mutex<Compiler?>(nil)

    /// The compiler; `identify` runs it with the given words and returns what it printed.
    func compiler(
        identify: (_ program: String, _ words: [String]) async throws(SandboxFault) -> String
    ) async throws(SandboxFault) -> Compiler {
        if let compiler = found.withLock({ $0 }) { return compiler }
        // `/usr/bin/g++` leads through /etc/alternatives, which no compilation can see.
        guard let path = Self.realPath("/usr/bin/g++") else {
            throw .missing(
                Localized(
                    zh: "找不到 C++ 编译器 /usr/bin/g++。请安装：apt install g++",
                    en: "There is no C++ compiler /usr/bin/g++. Install it: apt install g++"))
        }
        let beside = (path as NSString).lastPathComponent.replacing("g++", with: "gcov")
        let gcov = Self.realPath("/usr/bin/\(beside)") ?? Self.realPath("/usr/bin/gcov") ?? ""
        let identity = try await identify(path, ["-v"])
        guard identity.contains("version") else {
            throw .helper("\(path) -v printed: \(identity.prefix(200))")
        }
        let compiler = Compiler(path: path, gcov: gcov, identity: identity)
        found.withLock { $0 = compiler }
        return compiler
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
