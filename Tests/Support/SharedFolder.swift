import Foundation
import Synchronization

/// Temporary folders that all tests of a process share, removed when it ends: precompiled headers take 100 MB and more.
package enum SharedFolder {
    private static let paths = Mutex<[String]>([])

    /// A folder of this name and process; it is not made.
    package static func named(_ name: String) -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "\(name)-\(ProcessInfo.processInfo.processIdentifier)")
        let isFirst = paths.withLock { paths in
            paths.append(folder.path)
            return paths.count == 1
        }
        if isFirst {
            atexit {
                // What cannot be removed is left to the system's cleaning of temporary files.
                for path in SharedFolder.paths.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
            }
        }
        return folder
    }
}
