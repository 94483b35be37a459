import CZlib

/// Compression as every browser understands it (RFC 1952).
enum Gzip {
    /// `bytes` in one gzip member. `level` is zlib's: 6 for what is made for one answer, 9 for what is kept.
    static func compressed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, and 16 for a gzip header instead of zlib's own.
        let status = deflateInit2_(
            &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)
        )
        precondition(status == Z_OK, "zlib cannot start: \(status)")
        defer { deflateEnd(&stream) }
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(input.count)))) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                let status = deflate(&stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "zlib promised that this is room enough")
                count = output.count - Int(stream.avail_out)
            }
        }
    }
}
