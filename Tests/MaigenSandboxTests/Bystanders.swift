import Foundation
import Testing

/// Listens on loopback and on an abstract Unix socket.
struct Listener {
    let port: Int
    let name: String
    private let sockets: [Int32]

    init() throws {
        let tcp = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(tcp, pointer, length) == 0 && listen(tcp, 8) == 0 && getsockname(tcp, pointer, &length) == 0
            }
        }
        try #require(bound)
        let port = Int(UInt16(bigEndian: address.sin_port))

        let unix = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        let name = "maigen-test-\(port)"
        var local = sockaddr_un()
        local.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &local.sun_path) { $0[1...].copyBytes(from: Array(name.utf8)) }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        let listening = withUnsafePointer(to: &local) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(unix, $0, size) == 0 && listen(unix, 8) == 0 }
        }
        try #require(listening)
        sockets = [tcp, unix]
        self.port = port
        self.name = name
    }

    var wasReached: Bool { sockets.contains { accept($0, nil, nil) >= 0 } }
    func close() { for socket in sockets { Glibc.close(socket) } }
}

/// A sleeping process of some user.
struct Victim {
    let process: pid_t

    init(user: uid_t) throws {
        var words = [
            "/usr/bin/setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups", "/bin/sleep", "900",
        ]
        if geteuid() != 0 { words = ["/bin/sleep", "900"] }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        try #require(posix_spawn(&process, words[0], nil, nil, &arguments, nil) == 0)
        self.process = process
    }

    var isAlive: Bool { waitpid(process, nil, WNOHANG) == 0 }

    func end() {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }
}
