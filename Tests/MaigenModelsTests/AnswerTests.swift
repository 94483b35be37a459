import MaigenAnalysis
import MaigenModelScripts
import MaigenModels
import Testing

@Suite("What a model says")
struct AnswerTests {
    @Test("An answer arrives in pieces, with what it cost")
    func plain() async throws {
        let script = ModelScript(
            .init("Hello, this is an answer of several pieces. 你好！", usage: .init(prompt: 12, answer: 9)))
        try await Playing.run(script) { playing in
            let answer = try await playing.ask()
            #expect(answer.text == "Hello, this is an answer of several pieces. 你好！")
            #expect(answer.model == "scripted")
            #expect(answer.usage == ModelUsage(promptTokens: 12, answerTokens: 9))
            #expect(await playing.account.usage == [.analyst: answer.usage])
            #expect(playing.model.usage == answer.usage && playing.model.unplayed.isEmpty)
            let asked = try #require(playing.model.asked.first)
            #expect(asked.agent == "analyst" && asked.prompt == "analyst/1" && asked.isStreamed && asked.wantsUsage)
            #expect(asked.form == nil && asked.text == "Be brief.\nSay hello." && asked.authorization == nil)
        }
    }

    @Test("A server that does not stream is understood too")
    func whole() async throws {
        var script = ModelScript(.init(#"{"n": 4}"#, usage: .init(prompt: 1, answer: 2)))
        script.streams = false
        try await Playing.run(script) { playing in
            let answer = try await playing.ask(.number)
            #expect(answer.text == #"{"n": 4}"#)
        }
    }

    @Test(
        "JSON is found in what surrounds it, and nothing but it is given on",
        arguments: [
            #"{"n":7}"#, "```json\n{\"n\":7}\n```", "Here you are:\n```\n{\"n\":7}\n```\nAnything else?",
            "<think>{\"n\": 1}? No.</think>\n{\"n\":7}", "The answer is {\"n\":7}, as {brackets} show.",
        ])
    func json(_ text: String) async throws {
        try await Playing.run(ModelScript(.init(text))) { playing in
            let answer = try await playing.ask(.number)
            #expect(answer.text == #"{"n":7}"#)
        }
    }

    @Test(
        "An answer that is not what was asked for has its name",
        arguments: [
            (
                ModelScript.Exchange.with("x") { $0.refusal = "I cannot help with that." },
                ModelFault.refused("I cannot help with that.")
            ),
            (.with("{\"n\": 7}") { $0.finish = "content_filter" }, .refused("content_filter")),
            (.with("{\"n\": 7") { $0.finish = "length" }, .tooLong),
            (.init(""), .empty), (.init("  \n"), .empty),
            (.with("") { $0.thoughts = "I should say something." }, .empty),
            (.init("no JSON here"), .malformed("the answer holds no JSON value")),
            (.init("{\"n\": "), .malformed("the answer holds no JSON value")),
            (.init("{\"n\": \"7\"}"), .malformed("n: is string, not integer")),
            (.init("{\"n\": -7}"), .malformed("n: is less than 0")),
            (.init("{}"), .malformed("lacks “n”")),
            (.init("{\"n\": 7, \"secret\": 1}"), .malformed("must not have “secret”")),
            (
                .with { $0.raw = "data: this is no JSON\n\n" },
                .malformed("a piece of the answer is not what the protocol says")
            ),
        ])
    func named(_ exchange: ModelScript.Exchange, _ fault: ModelFault) async throws {
        var exchange = exchange
        if exchange.raw == nil { exchange.usage = .init(prompt: 5, answer: 3) }
        try await Playing.run(ModelScript(exchange)) { playing in
            #expect(await playing.fault(.number) == fault)
            // Repair is the caller's: nothing was asked twice, and what was said is paid for.
            #expect(playing.model.asked.count == 1)
            if exchange.raw == nil {
                #expect(await playing.account.usage == [.coder: ModelUsage(promptTokens: 5, answerTokens: 3)])
            }
        }
    }

    @Test("A huge answer ends where it becomes too large")
    func huge() async throws {
        var limits = ModelLimits.quick
        limits.replyBytes = 64 << 10
        try await Playing.run(ModelScript(.with { $0.huge = 4 << 20 }), limits: limits) { playing in
            #expect(await playing.fault() == .tooLong)
        }
    }

    @Test("Without a report the most that it can have been is charged")
    func estimate() async throws {
        try await Playing.run(ModelScript(.init("four"))) { playing in
            let answer = try await playing.ask()
            #expect(answer.usage == ModelUsage(promptTokens: TokenEstimate.prompt(.hello), answerTokens: 4))
            #expect(TokenEstimate.prompt(.hello) == "Be brief.Say hello.".utf8.count + 32)
        }
    }

    @Test("A server that lacks something is asked without it, which is remembered")
    func dialects() async throws {
        var script = ModelScript(
            .init("{\"n\":1}"), .init("{\"n\":2}"))
        script.rejects = ["json_schema", "json_object", "stream_options", "max_tokens"]
        try await Playing.run(script) { playing in
            #expect(await playing.says(.number) == "{\"n\":1}")
            #expect(await playing.says(.number) == "{\"n\":2}")
            // Rejected questions do not count as asked by the script: the two that were played are alike.
            #expect(playing.model.asked.count == 2)
            for asked in playing.model.asked {
                #expect(asked.form == nil && !asked.wantsUsage && asked.countsCompletion)
                #expect(asked.text.contains(#""required":["n"]"#))
            }
        }
    }

    @Test("A server that takes JSON objects but no schemas gets the schema in words")
    func objects() async throws {
        var script = ModelScript(.init("{\"n\":1}"))
        script.rejects = ["json_schema"]
        try await Playing.run(script) { playing in
            #expect(await playing.says(.number) == "{\"n\":1}")
            #expect(playing.model.asked.first?.form == "json_object")
            #expect(playing.model.asked.first?.text.contains(#""required":["n"]"#) == true)
        }
    }

    @Test("A question that is rejected for what it says is not asked in other ways")
    func rejected() async throws {
        let fault = ModelScript.Exchange.status(
            400, code: "context_length_exceeded", message: "maximum context length is 8192 tokens")
        try await Playing.run(ModelScript(fault)) { playing in
            #expect(
                await playing.fault(.number)
                    == .rejected(status: 400, "maximum context length is 8192 tokens"))
            #expect(playing.model.asked.count == 1)
        }
    }

    @Test("An agent's own model is asked in place of the common one")
    func ownModel() async throws {
        try await Playing.run(
            ModelScript(.init("{\"n\":1}"), .init("hi")), change: changing { $0.models[.coder] = "big" }
        ) {
            playing in
            _ = try await playing.ask(.number)
            _ = try await playing.ask(.hello)
            #expect(playing.model.asked.map(\.model) == ["big", "scripted"])
        }
    }
}
