import Foundation
import MaigenDomain

extension Sandbox {
    /// The compiler's name and version in one line, for reports: `gcc version 12.2.0 (Debian 12.2.0-14)`.
    package func compilerVersion() async throws(SandboxFault) -> String {
        let identity = try await compiler.compiler(identify: identify).identity
        return identity.split(separator: "\n").last { $0.contains("version") }.map(String.init) ?? "unknown"
    }

    /// SHA-256 of `testlib.h`, 64 hexadecimal digits; nil where there is none.
    package func testlibSHA256() throws(SandboxFault) -> String? {
        guard let folder = configuration.testlib else { return nil }
        return SHA256.hexadecimal(of: try Folder.read("\(folder)/testlib.h", limit: 16 << 20).bytes)
    }
}
