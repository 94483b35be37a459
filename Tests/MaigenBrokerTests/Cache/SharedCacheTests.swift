import MaigenDomain
import TestSupport
import Testing

/// What every implementation of `SharedCache` keeps.
@Suite struct SharedCacheTests {
    private static let long = Duration.seconds(60)

    @Test("An entry is read until it is replaced or removed", arguments: TestBroker.allCases)
    func entries(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let cache = broker.cache
            #expect(try await cache.bytes(at: "k") == nil)
            try await cache.put([1, 0, 255], at: "k", for: Self.long)
            #expect(try await cache.bytes(at: "k") == [1, 0, 255])
            try await cache.put([], at: "k", for: Self.long)
            #expect(try await cache.bytes(at: "k") == [])
            try await cache.remove("k")
            try await cache.remove("k")
            #expect(try await cache.bytes(at: "k") == nil)
        }
    }

    @Test("An entry is forgotten after its lifetime", .timeLimit(.minutes(1)), arguments: TestBroker.allCases)
    func lifetime(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            try await broker.cache.put([1], at: "short", for: .milliseconds(1))
            try await broker.cache.put([2], at: "long", for: Self.long)
            while try await broker.cache.bytes(at: "short") != nil { await Task.yield() }
            #expect(try await broker.cache.bytes(at: "long") == [2])
        }
    }

    @Test("A full cache refuses and pushes nothing out; what has expired makes room", arguments: TestBroker.allCases)
    func bound(kind: TestBroker) async throws {
        try await kind.withBroker(bytes: 2_500_000) { broker in
            let (cache, half) = (broker.cache, [UInt8](repeating: 7, count: 1_000_000))
            try await cache.put(half, at: "a", for: Self.long)
            try await cache.put(half, at: "b", for: .milliseconds(1))
            // Replacing takes no more room than is there.
            try await cache.put(half, at: "a", for: Self.long)
            while try await cache.bytes(at: "b") != nil { await Task.yield() }
            try await cache.put(half, at: "c", for: Self.long)
            let failure = await #expect(throws: StoreFailure.self) {
                for extra in 0...kind.overshoot { try await cache.put(half, at: "extra \(extra)", for: Self.long) }
            }
            #expect(failure?.reason == .overloaded)
            #expect(try await cache.bytes(at: "a") == half)
            #expect(try await cache.bytes(at: "c") == half)
        }
    }

    @Test("Values come back as they were put; what is no such value is a failure", arguments: TestBroker.allCases)
    func values(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let report = AnalysisReport(dispatch: .of("a"), result: .ready(specification: "title: 求和\n"))
            try await broker.cache.put(report, at: .analysis(of: .of("a")))
            #expect(try await broker.cache.value(at: .analysis(of: .of("a"))) == report)
            #expect(try await broker.cache.value(at: .analysis(of: .of("a", attempt: 2))) == nil)
            try await broker.cache.put([1], at: CacheKey.generation(of: .of("a")).text, for: Self.long)
            let failure = await #expect(throws: StoreFailure.self) {
                try await broker.cache.value(at: .generation(of: .of("a")))
            }
            #expect(failure?.reason == .broken)
        }
    }

    @Test("A try that was withdrawn is wanted no more, and leaves nothing behind", arguments: TestBroker.allCases)
    func withdrawal(kind: TestBroker) async throws {
        try await kind.withBroker { broker in
            let (cache, tries) = (broker.cache, [Dispatch.of("a"), .of("a", attempt: 2), .of("b")])
            for dispatch in tries {
                try await cache.put(
                    AnalysisReport(dispatch: dispatch, result: .ready(specification: "")), at: .analysis(of: dispatch))
                #expect(try await cache.isWanted(dispatch))
            }
            try await cache.withdraw(.of("a"))
            for dispatch in tries {
                #expect(try await cache.isWanted(dispatch) == (dispatch != .of("a")))
                #expect(try await (cache.value(at: .analysis(of: dispatch)) == nil) == (dispatch == .of("a")))
            }
        }
    }
}
