/// Keeps finished files under names of its own: a folder, or an object store that many processes share.
package protocol FileStore: Sendable {
    /// Takes over the finished file at `path`, complete or not at all, and names it. The file at `path` is gone
    /// afterwards.
    func keep(_ path: String) async throws(StoreFailure) -> FileName

    /// The size of `file`; nil where there is none.
    func size(of file: FileName) async throws(StoreFailure) -> ByteCount?

    /// The bytes of `file` in `range`, fewer where the file ends sooner, and never more than `FileName.chunk`; nil where
    /// there is no such file.
    func bytes(of file: FileName, in range: Range<Int64>) async throws(StoreFailure) -> [UInt8]?

    /// The bytes of `file` in `range`, piece by piece as they are asked for, no piece longer than `FileName.chunk`.
    ///
    /// The sequence fails where the file is removed meanwhile or ends before `range` does.
    func pieces(of file: FileName, in range: Range<Int64>) -> AsyncThrowingStream<[UInt8], any Error>

    /// Removes `file`, if it is there.
    func remove(_ file: FileName) async throws(StoreFailure)

    /// Files that were kept before `moment`, in the order of their names, at most `limit`, beginning after `name`.
    func files(
        keptBefore moment: Timestamp, after name: FileName?, limit: Int
    ) async throws(StoreFailure) -> [FileName]

    /// Removes what processes that died have left of files they had begun to keep before `moment`.
    func removeUnfinished(before moment: Timestamp) async throws(StoreFailure)

    /// Gives back what the store holds in this process. It is not to be used afterwards.
    func close() async
}

extension FileStore {
    package func pieces(of file: FileName, in range: Range<Int64>) -> AsyncThrowingStream<[UInt8], any Error> {
        FilePieces.stream(of: "file \(file.text)", in: range) { try await bytes(of: file, in: $0) }
    }

    package func removeUnfinished(before moment: Timestamp) async throws(StoreFailure) {}

    package func close() async {}
}

/// The name of a kept file: made here, never by a user.
package struct FileName: Sendable, Hashable, Comparable {
    /// 32 hexadecimal digits.
    package var text: String

    /// The most bytes that are read at once.
    package static let chunk = 256 * 1024

    /// A new name.
    package init(_ randomness: Randomness) {
        text = Hex.text(randomness.bytes(16))
    }

    /// The name that was written down as `text`; nil where it cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == 32,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = text
    }

    package static func < (left: FileName, right: FileName) -> Bool { left.text < right.text }
}
