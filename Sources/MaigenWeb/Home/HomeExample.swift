import Foundation
import MaigenDomain

/// What MAIGEN answered for a bundled problem, as `scripts/home-example` wrote it down.
struct HomeExample: Decodable, Sendable {
    var tests: [Test]
    var bounds: Int
    var boundsReached: Int
    var attacks: Int
    var attacksRefused: Int

    struct Test: Decodable, Sendable {
        var number: Int
        var purpose: Localized
        var size: Int
        var milliseconds: Int
    }

    /// - Throws: `SiteTexts.Fault` where the record cannot be read.
    init(_ bytes: [UInt8]) throws(SiteTexts.Fault) {
        do {
            self = try JSONDecoder().decode(HomeExample.self, from: Data(bytes))
        } catch {
            throw SiteTexts.Fault(description: "example.json: \(error)")
        }
    }
}
