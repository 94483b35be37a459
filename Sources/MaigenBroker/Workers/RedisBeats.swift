import Foundation
import MaigenDomain

/// The signs of life of all processes' loops, on a Redis server.
struct RedisBeats: WorkerBeats {
    private let client: RedisClient

    init(_ client: RedisClient) {
        self.client = client
    }

    func record(_ beat: WorkerBeat, lifetime: Duration) async throws(StoreFailure) {
        let data: Data
        do {
            data = try JSONEncoder().encode(beat)
        } catch {
            throw StoreFailure(.broken, "beat: \(error)")
        }
        _ = try await client.run(
            .recordBeat, keys: places,
            [.init(beat.worker.rawValue), .init([UInt8](data)), .init(max(1, lifetime.milliseconds))])
    }

    func forget(_ worker: ID<WorkerBeat>) async throws(StoreFailure) {
        _ = try await client.ask(all: [
            RedisCommand("ZREM", places[0], .init(worker.rawValue)),
            RedisCommand("HDEL", places[1], .init(worker.rawValue)),
        ])
    }

    func beats() async throws(StoreFailure) -> [WorkerBeat] {
        let reply = try await client.run(.listBeats, keys: places)
        guard let elements = reply.elements else { throw reply.nonsense("list-beats") }
        return elements.compactMap(Self.beat).sorted {
            ($0.role.rawValue, $0.worker.rawValue) < ($1.role.rawValue, $1.worker.rawValue)
        }
    }

    private static func beat(_ reply: RedisReply) -> WorkerBeat? {
        guard case .bytes(let bytes) = reply else { return nil }
        // One of another version's form says no more than silence does.
        return try? JSONDecoder().decode(WorkerBeat.self, from: Data(bytes))
    }

    private var places: [RedisCommand.Word] { [client.key("beats:until"), client.key("beats")] }
}
