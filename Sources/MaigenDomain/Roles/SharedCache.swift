import Foundation

/// What roles hand each other beside the queues. It may lose any entry at any time.
package protocol SharedCache: Sendable {
    /// Keeps `bytes` under `key` for `lifetime`, in place of what was there.
    ///
    /// - Throws: `overloaded` where there is no room. Nothing else is pushed out for it: the oldest entries are the ones
    ///   that are needed next.
    func put(_ bytes: [UInt8], at key: String, for lifetime: Duration) async throws(StoreFailure)

    /// What lies under `key`.
    func bytes(at key: String) async throws(StoreFailure) -> [UInt8]?

    /// Forgets what lies under `key`.
    func remove(_ key: String) async throws(StoreFailure)
}

/// The place of one `Value` in the cache, and how long it is kept there.
package struct CacheKey<Value: Codable & Sendable>: Sendable, Hashable {
    package var text: String
    package var lifetime: Duration

    package init(_ text: String, lifetime: Duration) {
        self.text = text
        self.lifetime = lifetime
    }
}

/// Longer than any queue should ever be; the reconciler brings back what was forgotten sooner.
private let transit = Duration.seconds(24 * 3600)

extension CacheKey where Value == TaskSnapshot {
    /// What a task is made from: put there by whoever relays the dispatch.
    package static func snapshot(of dispatch: Dispatch) -> CacheKey {
        CacheKey("snapshot:\(dispatch.task):\(dispatch.attempt)", lifetime: transit)
    }
}

extension CacheKey where Value == AnalysisReport {
    /// What analysis found: for the execution worker and for the API.
    package static func analysis(of dispatch: Dispatch) -> CacheKey {
        CacheKey("analysis:\(dispatch.task):\(dispatch.attempt)", lifetime: transit)
    }
}

extension CacheKey where Value == RoundRecord {
    /// What execution found out about the blueprints of a try: for the analysis worker of the next round.
    package static func rounds(of dispatch: Dispatch) -> CacheKey {
        CacheKey("rounds:\(dispatch.task):\(dispatch.attempt)", lifetime: transit)
    }
}

extension CacheKey where Value == GenerationReport {
    /// What execution made: for the API.
    package static func generation(of dispatch: Dispatch) -> CacheKey {
        CacheKey("generation:\(dispatch.task):\(dispatch.attempt)", lifetime: transit)
    }
}

extension CacheKey where Value == Bool {
    /// Whether nobody wants a try any more: there for as long as a worker may still be at it.
    fileprivate static func withdrawn(_ dispatch: Dispatch) -> CacheKey {
        CacheKey("withdrawn:\(dispatch.task):\(dispatch.attempt)", lifetime: .seconds(3600))
    }
}

extension SharedCache {
    /// Keeps `value`.
    package func put<Value>(_ value: Value, at key: CacheKey<Value>) async throws(StoreFailure) {
        let data: Data
        do {
            data = try JSONEncoder().encode(value)
        } catch {
            throw StoreFailure(.broken, "\(key.text): \(error)")
        }
        try await put([UInt8](data), at: key.text, for: key.lifetime)
    }

    /// The value, if it is there and of the form that this program writes.
    package func value<Value>(at key: CacheKey<Value>) async throws(StoreFailure) -> Value? {
        guard let bytes = try await bytes(at: key.text) else { return nil }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw StoreFailure(.broken, "\(key.text): \(error)")
        }
    }

    /// Forgets the value.
    package func remove<Value>(_ key: CacheKey<Value>) async throws(StoreFailure) { try await remove(key.text) }

    /// Nobody wants `dispatch` any more: a worker that is at it notices within seconds and stops, and what lies here for
    /// it is forgotten. Only spares work: the database would refuse the result anyway.
    package func withdraw(_ dispatch: Dispatch) async throws(StoreFailure) {
        try await put(true, at: .withdrawn(dispatch))
        try await remove(.snapshot(of: dispatch))
        try await remove(.analysis(of: dispatch))
        try await remove(.rounds(of: dispatch))
        try await remove(.generation(of: dispatch))
    }

    /// Whether somebody still wants the result of `dispatch`, as far as the cache knows.
    package func isWanted(_ dispatch: Dispatch) async throws(StoreFailure) -> Bool {
        try await value(at: .withdrawn(dispatch)) != true
    }
}
