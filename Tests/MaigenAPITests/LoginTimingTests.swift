import Foundation
import Logging
import MaigenDomain
import MaigenSecrets
import MaigenServices
import MaigenStorage
import TestSupport
import Testing

@testable import maigen

@Suite("Login timing")
struct LoginTimingTests {
    /// At the real cost of a hash, which is what an outsider could tell a missing one by.
    @Test("An unknown address takes as long as a known one")
    func timing() async throws {
        try await TestSite.run { site in
            let tools = AccountTools(
                accounts: site.platform.store, secrets: try SodiumSecrets(), mailer: site.mail,
                surroundings: site.platform.surroundings)
            _ = try await RegisterAccount(tools, settings: site.platform.store)
                .administrator(address: "known@example.org", language: .english)
            func time(_ address: String, _ index: Int) async -> Duration {
                let client = Client(address: "192.0.2.\(index)")
                let start = ContinuousClock.now
                do {
                    _ = try await LogIn(tools)(address: address, password: "a guess", from: client)
                    Issue.record("a guess must not log in")
                } catch {
                    #expect(error.refusal?.code == "login_failed")
                }
                return ContinuousClock.now - start
            }
            var (known, unknown): ([Duration], [Duration]) = ([], [])
            // In turns, so that what else the machine does meets both; the least of many is what the work itself takes.
            for index in 0..<30 {
                known.append(await time("known@example.org", index))
                unknown.append(await time("unknown\(index)@example.org", index))
            }
            let ratio = try #require(known.min()) / (try #require(unknown.min()))
            #expect((0.5...2).contains(ratio), "\(ratio)")
        }
    }
}
