import MaigenDomain
import Testing

@Suite("New passwords")
struct NewPasswordTests {
    private let address = EmailAddress("zhangsan@example.org")!

    @Test(
        "Common passwords and their variations are refused",
        arguments: [
            "password", "Password1", "P@ssw0rd", "password123!", "12345678", "123456789", "87654321", "11111111",
            "abcabcabc", "12121212", "qwertyuiop", "1qaz2wsx", "asdfghjkl", "abcdefgh", "iloveyou", "iloveyou520",
            "woaini1314", "woaini520", "5201314520", "19991231", "2001-01-31", "31.12.1999", "dragon123", "admin888",
            "letmein!", "zhangsan", "zhangsan1", "zhangsan@example.org", "Zh@ngs4n99", "qq123456", "a1234567",
            "passwordpassword", "testtest", "football1", "superman!", "hello123456", "adminadmin", "maigen2026",
            "monkeydragon", "88888888", "trustno1", "147258369", "zxcvbnm,", "        x9",
            String(repeating: "ab9-", count: 16),
        ])
    func common(_ text: String) {
        #expect(throws: AccountRefusal.passwordTooCommon) { try NewPassword(text, for: address) }
    }

    @Test(
        "Uncommon ones are accepted whatever they are made of, and kept as typed",
        arguments: [
            "tasty-otter-93", "correct horse battery staple", "nurweinig", "五笔输入法真好用", "🐱🐶🐭🐹🐰🦊🐻🐼",
            "kx7vqmzt", "49170385", "no rules, only length; 64 characters and more are welcome here: 42",
        ])
    func uncommon(_ text: String) throws {
        #expect(try NewPassword(text, for: address).text == text)
    }

    @Test("Eight characters are enough, 128 are allowed, more are not")
    func lengths() throws {
        #expect(throws: AccountRefusal.passwordTooShort) { try NewPassword("kx7vqmz", for: address) }
        let long = (0..<128).map { "\($0 * 7 % 10)" }.joined().replacing("0", with: "é")
        #expect(long.count == 128)
        #expect(try NewPassword(long, for: address).text == long)
        #expect(throws: AccountRefusal.passwordTooLong) { try NewPassword(long + "x", for: address) }
    }

    @Test("A made-up password passes the rules and does not print itself")
    func madeUp() throws {
        let password = NewPassword(.system)
        #expect(try NewPassword(password.text, for: address) == password)
        #expect(!"\(password)".contains(password.text))
    }
}
