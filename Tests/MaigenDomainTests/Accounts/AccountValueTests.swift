import MaigenDomain
import Testing

@Suite("Names, codes, tokens and clients")
struct AccountValueTests {
    @Test("Names hold visible characters on one line")
    func names() {
        #expect(DisplayName(" 张三 ")?.text == "张三")
        #expect(DisplayName("👨‍👩‍👧")?.text == "👨‍👩‍👧")
        for bad in ["", "  ", "a\nb", "a\u{202E}b", "a\u{200B}b", "a\0b", String(repeating: "x", count: 33)] {
            #expect(DisplayName(bad) == nil)
        }
    }

    @Test("Invitation codes are read as people type them")
    func invitationCodes() throws {
        let code = InvitationCode(.system)
        #expect(InvitationCode(code.text.lowercased()) == code)
        #expect(InvitationCode(" \(code.text.prefix(4))-\(code.text.suffix(4)) ") == code)
        #expect(InvitationCode("ABC") == nil)
        #expect(InvitationCode("ABCDEFG0") == nil)
    }

    @Test("E-mail codes are six digits")
    func emailCodes() {
        #expect(EmailCode("012 345")?.digits == "012345")
        for bad in ["", "12345", "1234567", "12345a", "１２３４５６"] { #expect(EmailCode(bad) == nil) }
        let codes = Set((0..<200).map { _ in EmailCode(.system).digits })
        #expect(codes.count > 190 && codes.allSatisfy { $0.count == 6 })
    }

    @Test("Session tokens are 256 bits of URL-safe text")
    func tokens() throws {
        let token = SessionToken(.system)
        #expect(SessionToken(token.text) == token)
        #expect(
            SessionToken(Randomness { Array(repeating: 0xFF, count: $0) }).text == String(repeating: "_", count: 42)
                + "8")
        for bad in ["", "abc", String(repeating: "a", count: 44), String(repeating: "a", count: 42) + "="] {
            #expect(SessionToken(bad) == nil)
        }
    }

    @Test("All that is kept of a token is its SHA-256")
    func digests() throws {
        let token = try #require(SessionToken(String(repeating: "a", count: 43)))
        #expect(
            TokenDigest(of: token).hex == "66d34fba71f8f450f7e45598853e53bfc23bbd129027cbb131a2f4ffd7878cd0")
    }

    @Test("Limits count an IPv6 subscriber once and IPv4 by address")
    func networks() {
        #expect(Client(address: "2001:db8:1:2:3:4:5:6").network == Client(address: "2001:db8:1:2::9").network)
        #expect(Client(address: "2001:db8:1:3::9").network != Client(address: "2001:db8:1:2::9").network)
        #expect(Client(address: "::ffff:192.0.2.7").network == "192.0.2.7")
        #expect(Client(address: "192.0.2.7").network == "192.0.2.7")
        #expect(Client(address: "nonsense:").network == "nonsense:")
    }

    @Test("What a client calls itself is cut and kept on one line")
    func agents() {
        let agent = Client(address: "", agent: "a\r\nb\0" + String(repeating: "x", count: 500)).agent
        #expect(agent.count == 200 && agent.hasPrefix("abx"))
    }

    @Test("Every refusal has a code of its own and speaks both languages")
    func refusals() {
        let refusals: [any Refusal] = [
            AccountRefusal.addressMalformed, AccountRefusal.nameMalformed, AccountRefusal.passwordTooShort,
            AccountRefusal.passwordTooLong, AccountRefusal.passwordTooCommon, AccountRefusal.emailCodeWrong,
            AccountRefusal.addressTaken, AccountRefusal.invitationCodeUnknown, AccountRefusal.loginFailed,
            AccountRefusal.accountDisabled, AccountRefusal.passwordWrong, AccountRefusal.notSignedIn,
            AccountRefusal.notAllowed, AccountRefusal.sessionUnknown, AccountRefusal.accountUnknown,
            AccountRefusal.ownAccount, AccountRefusal.tooManyAttempts(.seconds(3)), AccountRefusal.busy,
            PointsRefusal.insufficient(balance: 3, needed: 5), PointsRefusal.keyMalformed, PointsRefusal.keyReused,
            PointsRefusal.amountMalformed, PointsRefusal.reasonMalformed,
        ]
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        for refusal in refusals { #expect(refusal.message[.chinese] != refusal.message[.english]) }
        #expect(AccountRefusal.tooManyAttempts(.milliseconds(1500)).message[.english].contains("2 s"))
    }
}
