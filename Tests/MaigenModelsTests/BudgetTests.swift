import Foundation
import MaigenAnalysis
import MaigenDomain
import MaigenModelScripts
import MaigenModels
import Synchronization
import Testing

@Suite("What may be spent")
struct BudgetTests {
    /// What one `hello` reserves.
    private static let reserved = TokenEstimate.prompt(.hello) + 100
    private static let price = ModelPrice(
        prompt: ModelCost(trillionths: 270_000_000_000), answer: ModelCost(trillionths: 1_100_000_000_000))

    /// 50 calls at once, each of which uses what it reserved; the faults by name, and what was used.
    private static func fifty(
        _ playing: Playing
    ) async -> (answered: Int, refused: Int) {
        let faults = await withTaskGroup(of: ModelFault?.self) { group in
            for _ in 0..<50 { group.addTask { await playing.fault() } }
            return await group.reduce(into: [ModelFault?]()) { $0.append($1) }
        }
        return (faults.count { $0 == nil }, faults.count { $0 == .budgetSpent })
    }

    private static var limits: ModelLimits {
        var limits = ModelLimits.quick
        limits.atOnce = 50
        return limits
    }

    private static func script(prompt: Int, answer: Int) -> ModelScript {
        let exchange = ModelScript.Exchange.with("hello") {
            $0.usage = .init(prompt: prompt, answer: answer)
            $0.times = 0
        }
        return ModelScript(exchange)
    }

    @Test("A task's limit holds exactly with fifty calls at once, and its account is what was said to be used")
    func task() async throws {
        // Seven calls that use all they reserve, and not quite an eighth.
        let account = ModelAccount(limit: 8 * Self.reserved - 1)
        let script = Self.script(prompt: TokenEstimate.prompt(.hello), answer: 100)
        try await Playing.run(script, limits: Self.limits, account: account) { playing in
            let (answered, refused) = await Self.fifty(playing)
            #expect(answered == 7 && refused == 43 && playing.model.asked.count == 7)
            let used = await account.usage
            #expect(used == [.analyst: playing.model.usage])
            #expect(used[.analyst] == ModelUsage(promptTokens: 7 * TokenEstimate.prompt(.hello), answerTokens: 700))
            #expect(await account.reserve(Self.reserved - 1))
            #expect(await !account.reserve(1))
        }
    }

    @Test("What was reserved and not used can be used again")
    func released() async throws {
        // One call at a time fits; each uses 10 tokens, so all 50 do one after the other.
        let account = ModelAccount(limit: Self.reserved + 49 * 10)
        var limits = Self.limits
        limits.atOnce = 1
        try await Playing.run(Self.script(prompt: 6, answer: 4), limits: limits, account: account) { playing in
            let (answered, refused) = await Self.fifty(playing)
            #expect(answered == 50 && refused == 0)
            #expect(await account.usage == [.analyst: ModelUsage(promptTokens: 300, answerTokens: 200)])
            #expect(await playing.fault() == .budgetSpent)
        }
    }

    @Test("Every agent has an account of its own, with its cost")
    func agents() async throws {
        let exchanges = [
            ModelScript.Exchange("{\"n\":1}", when: .init(agent: "coder"), usage: .init(prompt: 1000, answer: 10)),
            .init("hi", when: .init(agent: "analyst"), usage: .init(prompt: 7, answer: 1)),
        ]
        try await Playing.run(
            ModelScript(exchanges: exchanges), change: changing { $0.prices = ["scripted": Self.price] }
        ) { playing in
            _ = try await playing.ask(.hello)
            _ = try await playing.ask(.number)
            #expect(
                await playing.account.usage == [
                    .analyst: ModelUsage(promptTokens: 7, answerTokens: 1),
                    .coder: ModelUsage(promptTokens: 1000, answerTokens: 10),
                ])
            // 0.27 and 1.10 by the million.
            #expect(await playing.account.cost[.coder]?.description == "0.000281")
            #expect(await playing.account.cost[.analyst]?.description == "0.00000299")
            #expect(await playing.client.day.used == (1018, ModelCost(trillionths: 283_990_000)))
        }
    }

    @Test("The day's tokens and money hold for all tasks together, and come back the next day")
    func day() async throws {
        let most = Self.price.cost(of: ModelUsage(promptTokens: TokenEstimate.prompt(.hello), answerTokens: 100))
        let changes: [(inout ModelSettings) -> Void] = [
            { $0.dayTokens = 5 * Self.reserved },
            {
                $0.prices = ["scripted": Self.price]
                $0.dayCost = ModelCost(trillionths: 5 * most.trillionths)
            },
        ]
        for change in changes {
            let now = Mutex(Timestamp(milliseconds: 86_400_000 * 20_000 + 1))
            let clock = WallClock { now.withLock { $0 } }
            try await ScriptedModel.run(Self.script(prompt: TokenEstimate.prompt(.hello), answer: 100)) { model in
                var settings = ModelSettings(choice: model.choice, limits: Self.limits)
                change(&settings)
                try await OpenAIModel.using(settings, clock: clock) { client in
                    @Sendable func fault() async -> ModelFault? {
                        do throws(ModelFault) {
                            _ = try await client.answer(.hello, account: ModelAccount(limit: 1_000_000))
                            return nil
                        } catch {
                            return error
                        }
                    }
                    let faults = await withTaskGroup(of: ModelFault?.self) { group in
                        for _ in 0..<50 { group.addTask { await fault() } }
                        return await group.reduce(into: [ModelFault?]()) { $0.append($1) }
                    }
                    #expect(faults.count { $0 == nil } == 5 && faults.count { $0 == .budgetSpent } == 45)
                    now.withLock { $0 = $0 + .seconds(86_400) }
                    #expect(await fault() == nil)
                    #expect(await client.day.used.tokens == Self.reserved)
                }
            }
        }
    }

    @Test("Money is read, added and written without rounding")
    func money() {
        #expect(ModelCost("0.27")?.trillionths == 270_000_000_000 && ModelCost("12")?.description == "12")
        #expect(ModelCost("999999.000000000001")?.description == "999999.000000000001")
        for wrong in ["", ".", "1.", ".5", "-1", "1e3", "1000000", "1.0000000000001", "1,5", "１"] {
            #expect(ModelCost(wrong) == nil)
        }
        let cheap = ModelPrice(prompt: ModelCost(trillionths: 1), answer: .nothing)
        #expect(cheap.cost(of: ModelUsage(promptTokens: 1)).trillionths == 1)
        let dear = ModelPrice(prompt: ModelCost(trillionths: .max), answer: ModelCost(trillionths: .max))
        let all = dear.cost(of: ModelUsage(promptTokens: 100_000_000, answerTokens: 100_000_000))
        #expect(all + all == ModelCost(trillionths: .max))
    }

    @Test("A kept answer costs nothing, another question is asked, and a damaged file is none")
    func cache() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "maigen-answers-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = ModelScript(.init("one", usage: .init(prompt: 1, answer: 1)), .init("two"), .init("three"))
        try await Playing.run(script, key: "sk-cache-secret-1", change: changing { $0.cache = folder.path }) {
            playing in
            #expect(await playing.says() == "one")
            let again = try await playing.ask()
            #expect(again.text == "one" && again.usage == ModelUsage())
            var other = ModelPrompt.hello
            other.version = "analyst/2"
            #expect(await playing.says(other) == "two")
            #expect(playing.model.asked.count == 2)
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            #expect(files.count == 2)
            for file in files {
                #expect(try !String(contentsOf: file, encoding: .utf8).contains("secret"))
                try Data("damaged".utf8).write(to: file)
            }
            #expect(await playing.says() == "three")
        }
    }
}
