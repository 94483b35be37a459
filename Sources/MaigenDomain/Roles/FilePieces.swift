/// The bytes of a file piece by piece, fetched in larger windows where a request costs more than its bytes.
package enum FilePieces {
    /// The bytes of `range`, no piece longer than `FileName.chunk`.
    ///
    /// The next window is asked for when the last piece of the one before is taken, so that one window at most is in
    /// memory, and a slow reader holds no connection. The stream fails where `fetch` does, or gives nothing.
    ///
    /// - Parameters:
    ///   - name: what an error calls the file
    ///   - window: the most bytes that are fetched at once
    ///   - fetch: the beginning of what lies in a range, at least one byte; nil where there is no file
    package static func stream(
        of name: String, in range: Range<Int64>, window: Int = FileName.chunk,
        fetch: @escaping @Sendable (Range<Int64>) async throws -> [UInt8]?
    ) -> AsyncThrowingStream<[UInt8], any Error> {
        let reader = Reader(name: name, range: range, window: Int64(window), fetch: fetch)
        return AsyncThrowingStream(unfolding: { try await reader.next() })
    }

    private actor Reader {
        private let name: String
        private let window: Int64
        private let fetch: @Sendable (Range<Int64>) async throws -> [UInt8]?
        /// What has not been fetched.
        private var range: Range<Int64>
        /// What has been fetched, and not yet passed on.
        private var fetched: ArraySlice<UInt8> = []

        init(
            name: String, range: Range<Int64>, window: Int64,
            fetch: @escaping @Sendable (Range<Int64>) async throws -> [UInt8]?
        ) {
            self.name = name
            self.range = range
            self.window = window
            self.fetch = fetch
        }

        func next() async throws -> [UInt8]? {
            if fetched.isEmpty {
                guard !range.isEmpty else { return nil }
                let wanted = range.lowerBound..<min(range.upperBound, range.lowerBound + window)
                guard let bytes = try await fetch(wanted), !bytes.isEmpty else {
                    throw StoreFailure(
                        .unavailable, "\(name) ended at \(range.lowerBound) instead of \(range.upperBound)")
                }
                fetched = bytes[...]
                range = range.lowerBound + Int64(bytes.count)..<range.upperBound
            }
            let piece = Array(fetched.prefix(FileName.chunk))
            fetched = fetched.dropFirst(FileName.chunk)
            return piece
        }
    }
}
