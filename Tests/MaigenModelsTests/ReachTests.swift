import MaigenAnalysis
import MaigenModelScripts
import MaigenModels
import Testing

@Suite("Endpoints that cannot be reached")
struct ReachTests {
    /// Nobody listens there: port 1 takes a privilege that nobody uses.
    private static let nowhere = "http://127.0.0.1:1/v1"

    private static func settings(_ address: String, limits: ModelLimits) throws -> ModelSettings {
        ModelSettings(
            choice: ModelChoice(endpoint: ModelEndpoint(try #require(ModelAddress(address))), model: "m"),
            limits: limits)
    }

    @Test("A refused connection is tried as often as may be, and costs nothing")
    func refused() async throws {
        try await OpenAIModel.using(Self.settings(Self.nowhere, limits: .quick)) { client in
            let account = ModelAccount(limit: 100_000)
            await #expect(throws: ModelFault.self) { try await client.answer(.hello, account: account) }
            #expect(await account.usage[.analyst] ?? ModelUsage() == ModelUsage())
            #expect(await account.reserve(100_000))
        }
    }

    @Test("A silent endpoint costs a task one call's time at most, however often it is asked")
    func boundedLoss() async throws {
        var limits = ModelLimits.quick
        limits.firstToken = .seconds(1)
        limits.call = .seconds(3)
        limits.rest = .milliseconds(1)
        try await Playing.run(
            ModelScript(
                .with {
                    $0.silent = true
                    $0.times = 0
                }), limits: limits
        ) { playing in
            let start = ContinuousClock.now
            for _ in 0..<40 {
                #expect(await playing.fault() != nil)
                try await Task.sleep(for: .milliseconds(2))
            }
            // One call's deadline, and what a busy machine takes; forty calls would have taken forty seconds.
            #expect(ContinuousClock.now - start < .seconds(20))
            #expect(playing.model.asked.count <= 4)
            // Another task is not held liable: once the endpoint had its rest it is asked again.
            try await Task.sleep(for: .milliseconds(50))
            let asked = playing.model.asked.count
            await #expect(throws: ModelFault.self) {
                try await playing.client.answer(.hello, account: ModelAccount(limit: 100_000))
            }
            #expect(playing.model.asked.count == asked + 1)
        }
    }

    @Test("An endpoint that failed is left alone, then tried by one call, and used again when that one is answered")
    func circuit() async throws {
        var limits = ModelLimits.quick
        limits.tries = 1
        limits.rest = .milliseconds(300)
        let slow = ModelScript.Exchange.with("back") { $0.delay = 1500 }
        let script = ModelScript(.status(503), slow, .with("well") { $0.times = 0 })
        try await Playing.run(script, limits: limits) { playing in
            #expect(await playing.fault() == .unreachable("503: scripted"))
            let refused = await playing.fault()
            #expect(
                refused == .unreachable("\(playing.model.choice.endpoint.address) could not be reached just before"))
            #expect(playing.model.asked.count == 1)
            try await Task.sleep(for: .milliseconds(400))
            // Five at once: one of them tries.
            let faults = await withTaskGroup(of: ModelFault?.self) { group in
                for _ in 0..<5 { group.addTask { await playing.fault() } }
                return await group.reduce(into: [ModelFault?]()) { $0.append($1) }
            }
            #expect(faults.count { $0 == nil } == 1 && playing.model.asked.count == 2)
            #expect(await playing.says() == "well")
        }
    }

    @Test("Where the model cannot be reached, is too busy or has no quota, the fallback answers")
    func fallback() async throws {
        let faults: [ModelScript.Exchange] = [
            .status(503), .status(429), .status(402), .with { $0.silent = true }, .with { $0.cut = 0 },
        ]
        for fault in faults {
            var fault = fault
            fault.times = 0
            try await ScriptedModel.run(ModelScript(.init("from the other", usage: .init(prompt: 1, answer: 1)))) {
                other in
                var choice = other.choice
                choice.model = "other"
                try await Playing.run(ModelScript(fault), limits: .impatient, change: changing { $0.fallback = choice })
                {
                    playing in
                    let answer = try await playing.ask()
                    #expect(answer.text == "from the other" && answer.model == "other", "\(fault)")
                }
            }
        }
    }

    @Test("What another model would not do better has no fallback")
    func noFallback() async throws {
        try await ScriptedModel.run(ModelScript(.init("from the other"))) { other in
            let choice = other.choice
            for exchange in [ModelScript.Exchange.status(401), .init(""), .with { $0.refusal = "no" }] {
                try await Playing.run(ModelScript(exchange), change: changing { $0.fallback = choice }) { playing in
                    #expect(await playing.fault() != nil)
                }
            }
            #expect(other.asked.isEmpty)
        }
    }

    @Test("No more calls at a time than may be, the others wait in line, and the line has an end")
    func gate() async throws {
        var limits = ModelLimits.quick
        limits.atOnce = 2
        limits.waiting = 3
        let slow = ModelScript.Exchange.with("done") {
            $0.delay = 1500
            $0.times = 0
        }
        try await Playing.run(ModelScript(slow), limits: limits) { playing in
            let faults = await withTaskGroup(of: ModelFault?.self) { group in
                for _ in 0..<9 { group.addTask { await playing.fault() } }
                return await group.reduce(into: [ModelFault?]()) { $0.append($1) }
            }
            #expect(faults.count { $0 == nil } == 5 && faults.count { $0 == .rateLimited } == 4)
            #expect(playing.model.asked.count == 5)
            #expect(await playing.fault() == nil)
        }
    }

    @Test("Whoever waits in line may be cancelled, and nobody's turn is lost")
    func cancelledInLine() async throws {
        var limits = ModelLimits.quick
        limits.atOnce = 1
        let slow = ModelScript.Exchange.with("done") {
            $0.delay = 500
            $0.times = 0
        }
        try await Playing.run(ModelScript(slow), limits: limits) { playing in
            let first = Task { await playing.fault() }
            while playing.model.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            let waiting = Task { await playing.fault() }
            try await Task.sleep(for: .milliseconds(50))
            waiting.cancel()
            #expect(await waiting.value == .cancelled)
            #expect(await first.value == nil)
            #expect(await playing.fault() == nil)
        }
    }
}
