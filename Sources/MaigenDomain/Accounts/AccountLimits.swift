/// How often accounts may be knocked at.
///
/// Limits by client are generous, because a whole school sits behind one address; limits by account stop guessing and
/// are counted together with the client, so that nobody can lock another out from elsewhere.
package struct AccountLimits: Sendable, Hashable {
    /// Time between two codes to one address.
    package var codeResend = RateRule("code-resend", 1, per: .seconds(60))
    /// Codes to one address.
    package var codesToAddress = RateRule("codes-to-address", 5, per: .seconds(3600))
    /// Codes asked for by one client.
    package var codesByClient = RateRule("codes-by-client", 100, per: .seconds(3600))
    /// Codes, and invitation codes with them, tried by one client.
    package var codeTriesByClient = RateRule("code-tries-by-client", 200, per: .seconds(3600))
    /// Logins tried for one address from one client.
    package var loginsToAddressByClient = RateRule("logins-to-address-by-client", 10, per: .seconds(900))
    /// Logins tried for one address from everywhere: so many that it takes dozens of clients to lock somebody out, so
    /// few that guessing leads nowhere in years.
    package var loginsToAddress = RateRule("logins-to-address", 1000, per: .seconds(3600))
    /// Logins tried by one client.
    package var loginsByClient = RateRule("logins-by-client", 300, per: .seconds(900))
    /// Present passwords tried in one account that is signed in.
    package var passwordChecks = RateRule("password-checks", 10, per: .seconds(900))

    package init() {}
}
