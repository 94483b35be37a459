import Foundation
import Subprocess
import SystemPackage

/// A shell that keeps a server for this test process: it lives as long as a pipe that this process alone holds, so that the server
/// ends when this process does, however that happens.
package final class KeeperShell: Sendable {
    private let orders: FileDescriptor

    /// Starts `script`, with `arguments` as `$1`, `$2`, …; its standard input is the pipe.
    package init(_ script: String, _ arguments: [String]) throws {
        let (input, orders) = try FileDescriptor.pipe()
        self.orders = orders
        // No program that this process starts may inherit it.
        guard fcntl(orders.rawValue, F_SETFD, FD_CLOEXEC) == 0 else { throw Errno(rawValue: errno) }
        let configuration = Configuration(
            executable: .path("/bin/sh"), arguments: .init(["-c", script, "sh"] + arguments))
        Task.detached {
            _ = try await Subprocess.run(
                configuration, input: .fileDescriptor(input, closeAfterSpawningProcess: true), output: .discarded,
                error: .discarded)
        }
    }

    deinit {
        // Nothing else holds it; a pipe closes.
        try? orders.close()
    }

    /// Sends the script a line.
    package func order(_ line: String) throws { try orders.writeAll("\(line)\n".utf8) }
}
