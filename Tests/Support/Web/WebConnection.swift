import Foundation
import NIOCore
import NIOPosix

/// One connection to a server on this machine, and what HTTP/1.1 says on it: small, so that tests also can say what no
/// proper client would.
package final class WebConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var buffer = ByteBuffer()

    private init(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Runs `body` with a new connection to `port`.
    package static func open<Value>(
        port: Int, _ body: (WebConnection) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await body(WebConnection(inbound, outbound))
        }
    }

    /// Sends bytes as they are.
    package func send(raw bytes: some Sequence<UInt8>) async throws {
        try await outbound.write(ByteBuffer(bytes: Array(bytes)))
    }

    /// Sends a request.
    package func send(_ request: WebRequest) async throws {
        try await send(raw: request.bytes)
    }

    /// Sends a request and reads the whole answer.
    package func answer(to request: WebRequest) async throws -> WebAnswer {
        try await send(request)
        return try await answer(hasBody: request.method != "HEAD")
    }

    /// Reads an answer's status and headers; what follows is read by `line()`.
    package func head() async throws -> WebAnswer {
        guard let status = try await line(), let code = Int(status.split(separator: " ").dropFirst().first ?? "") else {
            throw WebFailure("the connection ended before an answer")
        }
        var answer = WebAnswer(status: code)
        while let line = try await line(), !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1)
            answer.headers.append(
                (String(parts[0]).lowercased(), parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""))
        }
        return answer
    }

    /// Reads a whole answer.
    package func answer(hasBody: Bool = true) async throws -> WebAnswer {
        var answer = try await head()
        guard hasBody, answer.status != 204, answer.status != 304 else { return answer }
        if let length = answer["content-length"].flatMap({ Int($0) }) {
            answer.body = try await bytes(length)
        } else if answer["transfer-encoding"] == "chunked" {
            while let size = try await line(), let count = Int(size, radix: 16) {
                answer.body += try await bytes(count)
                _ = try await line()
                if count == 0 { break }
            }
        }
        return answer
    }

    /// The next line, without its end; nil at the end of the connection.
    package func line() async throws -> String? {
        while true {
            let view = buffer.readableBytesView
            if let end = view.firstIndex(of: UInt8(ascii: "\n")) {
                let length = end - view.startIndex
                let line = buffer.readString(length: length) ?? ""
                buffer.moveReaderIndex(forwardBy: 1)
                return line.hasSuffix("\r") ? String(line.dropLast()) : line
            }
            guard try await more() else { return nil }
        }
    }

    private func bytes(_ count: Int) async throws -> Data {
        while buffer.readableBytes < count {
            guard try await more() else { throw WebFailure("the connection ended within an answer") }
        }
        return Data(buffer.readBytes(length: count) ?? [])
    }

    private func more() async throws -> Bool {
        guard var piece = try await inbound.next() else { return false }
        buffer.discardReadBytes()
        buffer.writeBuffer(&piece)
        return true
    }
}

/// What went wrong on the way, rather than in the answer.
package struct WebFailure: Error {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }
}
