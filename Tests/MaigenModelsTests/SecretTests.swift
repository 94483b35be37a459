import MaigenAnalysis
import MaigenModelScripts
import MaigenModels
import Testing

@Suite("The key")
struct SecretTests {
    private static let key = "sk-test-0123456789abcdef"

    @Test(
        "It reaches the server, and nothing else: no log, no fault, no description, not even where the server repeats it"
    )
    func hidden() async throws {
        let lines = LoggedLines()
        var faults: [String] = []
        let exchanges: [ModelScript.Exchange] = [
            .status(401, message: "Incorrect API key provided: \(Self.key)."),
            .status(400, code: "x", message: "Bearer \(Self.key)"), .status(500, message: Self.key),
            .with { $0.refusal = "Your key is \(Self.key)" },
            .with { $0.raw = "data: {\"error\":{\"message\":\"\(Self.key)\"}}\n\n" },
            .with { $0.raw = "\(Self.key)" }, .with { $0.cut = 0 }, .with { $0.silent = true },
        ]
        for exchange in exchanges {
            var exchange = exchange
            exchange.times = 0
            try await Playing.run(
                ModelScript(exchange), limits: .impatient, key: Self.key, logger: lines.logger
            ) { playing in
                let fault = try #require(await playing.fault())
                faults.append("\(fault)")
                faults.append(String(reflecting: fault))
                #expect(playing.model.asked.first?.authorization == "Bearer \(Self.key)")
            }
        }
        #expect(faults.count == 2 * exchanges.count && !faults.joined().contains("0123456789"), "\(faults)")
        #expect(lines.text.contains("analyst/1") && !lines.text.contains("0123456789"))
    }

    @Test("Settings that hold it can be printed, dumped and reflected")
    func described() throws {
        let key = try #require(ModelKey(Self.key))
        let endpoint = ModelEndpoint(try #require(ModelAddress("https://api.example.org")), key: key)
        let settings = ModelSettings(choice: ModelChoice(endpoint: endpoint, model: "m"))
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped, "\(key)", String(reflecting: key)] {
            #expect(!text.contains("0123456789"))
        }
        #expect(key.header == "Bearer \(Self.key)")
        for wrong in ["", "a b", "a\nb", "schlüssel", String(repeating: "x", count: 1001)] {
            #expect(ModelKey(wrong) == nil)
        }
    }

    @Test("A redirect does not carry it away")
    func redirect() async throws {
        try await ScriptedModel.run(ModelScript(.init("stolen"))) { thief in
            let move = ModelScript.Exchange.status(307, headers: ["Location": "\(thief.address)/chat/completions"])
            try await Playing.run(ModelScript(move), key: Self.key) { playing in
                #expect(await playing.fault() == .rejected(status: 307, "scripted"))
            }
            #expect(thief.asked.isEmpty)
        }
    }
}
