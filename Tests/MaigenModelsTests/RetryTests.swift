import Foundation
import MaigenAnalysis
import MaigenModelScripts
import MaigenModels
import Testing

@Suite("Asking again")
struct RetryTests {
    private static let good = ModelScript.Exchange("fine", usage: .init(prompt: 3, answer: 2))

    @Test("What may pass is asked again", arguments: [408, 409, 429, 500, 502, 503, 504])
    func retried(_ status: Int) async throws {
        try await Playing.run(ModelScript(.status(status), .status(status), Self.good)) { playing in
            let answer = try await playing.ask()
            #expect(answer.text == "fine" && playing.model.asked.count == 3)
            // Nothing was said, so nothing is charged.
            #expect(answer.usage == ModelUsage(promptTokens: 3, answerTokens: 2))
            let keys = Set(playing.model.asked.map(\.idempotencyKey))
            #expect(keys.count == 1 && keys.first??.count == 32)
        }
    }

    @Test("What will not pass is not", arguments: [400, 401, 403, 404, 422])
    func final(_ status: Int) async throws {
        try await Playing.run(ModelScript(.status(status), Self.good)) { playing in
            #expect(await playing.fault() == .rejected(status: status, "scripted"))
            #expect(playing.model.asked.count == 1)
        }
    }

    @Test("The tries have an end, and the last fault its name")
    func exhausted() async throws {
        try await Playing.run(
            ModelScript(
                .with {
                    $0 = .status(503)
                    $0.times = 0
                })
        ) { playing in
            #expect(await playing.fault() == .unreachable("503: scripted"))
            #expect(playing.model.asked.count == 3)
        }
        try await Playing.run(
            ModelScript(
                .with {
                    $0 = .status(429)
                    $0.times = 0
                })
        ) { playing in
            #expect(await playing.fault() == .rateLimited)
            #expect(playing.model.asked.count == 3)
        }
    }

    @Test("x-should-retry decides, in both directions")
    func shouldRetry() async throws {
        let yes = ModelScript.Exchange.status(404, headers: ["x-should-retry": "true"])
        try await Playing.run(ModelScript(yes, Self.good)) { playing in
            #expect(await playing.says() == "fine")
        }
        let no = ModelScript.Exchange.status(503, headers: ["x-should-retry": "false"])
        try await Playing.run(ModelScript(no, Self.good)) { playing in
            #expect(await playing.fault() == .unreachable("503: scripted"))
            #expect(playing.model.asked.count == 1)
        }
    }

    @Test("An empty account is not asked again, even where the server says so")
    func quota() async throws {
        for exchange in [
            ModelScript.Exchange.status(429, headers: ["x-should-retry": "true"], code: "insufficient_quota"),
            .status(402, message: "Insufficient Balance"),
        ] {
            try await Playing.run(ModelScript(exchange, Self.good)) { playing in
                #expect(await playing.fault() == .quotaSpent)
                #expect(playing.model.asked.count == 1)
            }
        }
    }

    @Test("A pause that the server asks for is kept", arguments: [["retry-after-ms": "300"], ["retry-after": "0.3"]])
    func pause(_ headers: [String: String]) async throws {
        try await Playing.run(ModelScript(.status(429, headers: headers), Self.good)) { playing in
            let start = ContinuousClock.now
            #expect(await playing.says() == "fine")
            #expect(ContinuousClock.now - start >= .milliseconds(300))
        }
    }

    @Test("A pause that is longer than we wait ends the call at once")
    func longPause() async throws {
        for (status, fault) in [(429, ModelFault.rateLimited), (503, .unreachable("503: scripted"))] {
            try await Playing.run(ModelScript(.status(status, headers: ["Retry-After": "3600"]), Self.good)) {
                playing in
                let start = ContinuousClock.now
                #expect(await playing.fault() == fault)
                #expect(playing.model.asked.count == 1 && ContinuousClock.now - start < .seconds(30))
            }
        }
    }

    @Test("A pause may be asked for as a date")
    func datePause() async throws {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        func date(_ seconds: Double) -> String { format.string(from: Date() + seconds) }
        // To the second: three seconds ahead are two at least.
        let soon = ModelScript.Exchange.status(429, headers: ["Retry-After": date(3)])
        try await Playing.run(ModelScript(soon, Self.good)) { playing in
            let start = ContinuousClock.now
            #expect(await playing.says() == "fine")
            #expect(ContinuousClock.now - start >= .seconds(1))
        }
        let later = ModelScript.Exchange.status(429, headers: ["Retry-After": date(3600)])
        try await Playing.run(ModelScript(later, Self.good)) { playing in
            #expect(await playing.fault() == .rateLimited)
            #expect(playing.model.asked.count == 1)
        }
    }

    @Test("A pause that would outlast the call's deadline is not made")
    func deadlinePause() async throws {
        var limits = ModelLimits.quick
        limits.call = .seconds(10)
        try await Playing.run(ModelScript(.status(503, headers: ["Retry-After": "50"]), Self.good), limits: limits) {
            playing in
            let start = ContinuousClock.now
            #expect(await playing.fault() == .unreachable("503: scripted"))
            #expect(ContinuousClock.now - start < .seconds(9))
        }
    }

    @Test("A pause is twice as long each time, up to a bound, less a quarter by chance")
    func rules() {
        var limits = ModelLimits()
        limits.longestAskedPause = .seconds(60)
        func pause(_ asked: Duration?, _ tries: Int = 1, _ chance: Double = 0) -> Duration? {
            RetryRule.pause(after: tries, RetryDirections(pause: asked), limits, chance: chance)
        }
        #expect(pause(.seconds(60)) == .seconds(60) && pause(.milliseconds(60_001)) == nil)
        #expect(pause(nil) == .milliseconds(500) && pause(nil, 2) == .seconds(1) && pause(nil, 3) == .seconds(2))
        #expect(pause(nil, 30) == .seconds(8) && pause(nil, 1, 1) == .milliseconds(375))
    }

    @Test("A stream that is cut is asked for again, and what arrived is charged")
    func cut() async throws {
        let broken = ModelScript.Exchange.with {
            $0.chunks = ["1234", "5678", "9"]
            $0.cut = 2
            // What arrives together with the end of the connection may be lost with it.
            $0.pause = 500
        }
        try await Playing.run(ModelScript(broken, Self.good)) { playing in
            let answer = try await playing.ask()
            #expect(answer.text == "fine" && playing.model.asked.count == 2)
            let prompt = TokenEstimate.prompt(.hello)
            #expect(answer.usage == ModelUsage(promptTokens: prompt + 3, answerTokens: 8 + 2))
            #expect(await playing.account.usage[.analyst] == answer.usage)
        }
    }

    @Test("A fault in the middle of a stream is a broken stream; an empty account stays one")
    func faultInStream() async throws {
        let fault = ModelScript.Exchange.with { $0.raw = "data: {\"error\":{\"message\":\"overloaded\"}}\n\n" }
        try await Playing.run(ModelScript(fault, Self.good)) { playing in
            #expect(await playing.says() == "fine")
        }
        let quota = ModelScript.Exchange.with {
            $0.raw = "data: {\"error\":{\"code\":\"insufficient_quota\",\"message\":\"\"}}\n\n"
        }
        try await Playing.run(ModelScript(quota, Self.good)) { playing in
            #expect(await playing.fault() == .quotaSpent)
        }
    }

    @Test("A server that ends without [DONE] after the last word has answered")
    func noDone() async throws {
        let event = #"data: {"choices":[{"delta":{"content":"fine"},"finish_reason":"stop"}]}"#
        try await Playing.run(ModelScript(.with { $0.raw = event })) { playing in
            #expect(await playing.says() == "fine")
        }
    }

    @Test("Silence ends a call: before the first word, and between words")
    func silence() async throws {
        let silent = ModelScript.Exchange.with { $0.silent = true }
        let stalled = ModelScript.Exchange.with {
            $0.chunks = ["a", "b", "c"]
            $0.stall = 2
        }
        for exchange in [silent, stalled] {
            try await Playing.run(ModelScript(exchange, Self.good), limits: .impatient) { playing in
                #expect(await playing.fault() == .late)
                #expect(playing.model.asked.count == 1)
            }
        }
    }

    @Test("A slow answer is waited for as long as words come")
    func slow() async throws {
        var limits = ModelLimits.impatient
        limits.betweenTokens = .seconds(5)
        limits.firstToken = .seconds(5)
        let slow = ModelScript.Exchange.with {
            $0.chunks = ["a", "b", "c", "d"]
            $0.pause = 100
        }
        try await Playing.run(ModelScript(slow), limits: limits) { playing in
            #expect(await playing.says() == "abcd")
        }
    }

    @Test("A call ends at its deadline, and at the task's")
    func deadlines() async throws {
        let endless = ModelScript.Exchange.with {
            $0.chunks = Array(repeating: "word ", count: 2000)
            $0.pause = 20
        }
        var limits = ModelLimits.quick
        limits.call = .milliseconds(700)
        try await Playing.run(ModelScript(endless), limits: limits) { playing in
            #expect(await playing.fault() == .late)
        }
        let account = ModelAccount(limit: 1_000_000, deadline: .now + .milliseconds(700))
        try await Playing.run(ModelScript(endless), account: account) { playing in
            let start = ContinuousClock.now
            #expect(await playing.fault() == .late)
            #expect(ContinuousClock.now - start < .seconds(20))
        }
    }

    @Test("A cancelled call lets go of the server")
    func cancelled() async throws {
        let endless = ModelScript.Exchange.with {
            $0.chunks = Array(repeating: "word ", count: 20_000)
            $0.pause = 5
        }
        try await Playing.run(ModelScript(endless)) { playing in
            let call = Task { await playing.fault() }
            while playing.model.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            call.cancel()
            #expect(await call.value == .cancelled)
            let patience = ContinuousClock.now + .seconds(30)
            while playing.model.asked.first?.isAbandoned != true, .now < patience {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(playing.model.asked.first?.isAbandoned == true)
            // The reservation is gone: the whole limit can be reserved but for what was heard.
            let used = await playing.account.usage.values.reduce(0) { $0 + $1.promptTokens + $1.answerTokens }
            #expect(await playing.account.reserve(1_000_000 - used))
        }
    }

    @Test("A cancelled pause ends at once")
    func cancelledPause() async throws {
        try await Playing.run(ModelScript(.status(429, headers: ["Retry-After": "50"]), Self.good)) { playing in
            let call = Task { await playing.fault() }
            while playing.model.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            call.cancel()
            #expect(await call.value == .cancelled)
            #expect(playing.model.asked.count == 1)
        }
    }
}
