import Foundation
import MaigenDomain
import Synchronization

/// Precompiled forms of the two headers that nearly every program begins with: they save two thirds of a compilation.
///
/// The compiler takes one up only where the source's own `#include` comes first and the flags, the macros and the
/// compiler are exactly those it was made with; otherwise it reads the header as ever. So a program's meaning never
/// depends on them, and neither does its fingerprint. They are made once per set of flags, by the sandboxed compiler but
/// from trusted text, in the background: no compilation waits for one.
struct PrecompiledHeaders: Sendable {
    /// A header and the flags that it is precompiled with.
    struct Key: Sendable, Hashable {
        var header: Compilation.Headers
        var flags: [String]
        var compiler: String
        /// SHA-256 of our header; empty for the compiler's own.
        var text: String

        var name: String {
            SHA256.hexadecimal(of: ([header.rawValue, compiler, text] + flags).joined(separator: "\u{0}"))
        }

        /// What the source includes, which is also its place in the folder.
        var included: String {
            switch header {
            case .standard: "bits/stdc++.h"
            case .testlib: "testlib.h"
            }
        }
    }

    private let folder: String
    private let making = MakingSet()

    /// Each takes more than 100 MB, and few dialects are in use at one time.
    private static let kept = 8

    init(folder: String) throws(SandboxFault) {
        try Folder.create(folder, mode: 0o755)
        self.folder = folder
    }

    /// The folder to search for the precompiled header, if it has been made.
    func find(_ key: Key) -> String? {
        let path = "\(folder)/\(key.name)"
        utimensat(AT_FDCWD, path, nil, 0)
        return access("\(path)/\(key.included).gch", R_OK) == 0 ? path : nil
    }

    /// Files the precompiled header at `made`, whole or not at all.
    func store(_ key: Key, made: String) throws(SandboxFault) {
        let new = "\(folder)/new-\(UUID().uuidString)"
        defer { Folder.remove(new) }
        let place = "\(new)/\(key.included).gch"
        try Folder.create((place as NSString).deletingLastPathComponent)
        try Folder.share(made, as: place)
        chmod(place, 0o644)
        guard rename(new, "\(folder)/\(key.name)") == 0 || errno == EEXIST || errno == ENOTEMPTY else {
            throw .file(folder)
        }
        Folder.sweepUnfinished(in: folder)
        let entries = Folder.entries(of: folder).filter { $0.name.utf8.count == 64 }
        for entry in entries.sorted(by: { $0.used > $1.used }).dropFirst(Self.kept) { Folder.remove(entry.path) }
    }

    /// Whether the caller is the one to make it: nobody else in this process has begun to.
    func begin(_ key: Key) -> Bool {
        making.keys.withLock { $0.insert(key).inserted }
    }

    private final class MakingSet: Sendable {
        /// What was begun. A failure stays in it: it would fail again.
        let keys = Mutex<Set<Key>>([])
    }
}
