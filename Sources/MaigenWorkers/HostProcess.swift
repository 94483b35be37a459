import Foundation

/// This process, as the back office names it.
enum HostProcess {
    /// The machine's name and the process's number.
    static let name = "\(ProcessInfo.processInfo.hostName)/\(ProcessInfo.processInfo.processIdentifier)"
}
