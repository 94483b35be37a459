/// Cuts a body of type `text/event-stream` into its events, piece by piece
/// (WHATWG HTML, "Server-sent events", interpreting an event stream). Only `data` counts.
package struct EventStream {
    /// The body is larger than it may be.
    package struct TooLarge: Error, Hashable {}

    private let limit: Int
    private var taken = 0
    private var line: [UInt8] = []
    private var data: String?
    private var endedWithReturn = false
    private var isFirstLine = true

    /// - Parameter limit: the most bytes of the whole body
    package init(limit: Int) { self.limit = limit }

    /// The data of every event that ends in `bytes`, in order.
    package mutating func take(_ bytes: some Sequence<UInt8>) throws(TooLarge) -> [String] {
        var events: [String] = []
        for byte in bytes {
            taken += 1
            guard taken <= limit else { throw TooLarge() }
            switch byte {
            case UInt8(ascii: "\n") where endedWithReturn: endedWithReturn = false
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                endedWithReturn = byte == UInt8(ascii: "\r")
                if let event = endLine() { events.append(event) }
            default:
                endedWithReturn = false
                line.append(byte)
            }
        }
        return events
    }

    /// What is left at the end of the body: servers forget the empty line after the last event.
    package mutating func end() -> String? {
        if !line.isEmpty { _ = endLine() }
        return endLine()
    }

    private mutating func endLine() -> String? {
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else {
            defer { data = nil }
            return data
        }
        guard line.starts(with: Array("data".utf8)) else { return nil }
        var value = line.dropFirst(4)
        if let next = value.first {
            guard next == UInt8(ascii: ":") else { return nil }
            value = value.dropFirst()
            if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        }
        let text = String(decoding: value, as: UTF8.self)
        data = data.map { $0 + "\n" + text } ?? text
        return nil
    }
}
