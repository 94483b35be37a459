import MaigenDomain
import Testing

@Suite("E-mail addresses")
struct EmailAddressTests {
    @Test(
        "Usual addresses are accepted, spaces around them ignored",
        arguments: ["a@b.cn", " li.wei+oi@mail.example.org ", "UPPER@Example.COM", "o'neil@x-y.io", "1@2.3"])
    func accepted(_ text: String) throws {
        let address = try #require(EmailAddress(text))
        #expect(address.key == address.text.lowercased())
        #expect(!address.text.contains(" "))
    }

    @Test(
        "What could break a header, a command or a mail system is refused",
        arguments: [
            "", "@", "a@", "@b.cn", "a@b", "a b@c.cn", "a@b..cn", ".a@b.cn", "a.@b.cn", "a..b@c.cn", "a@-b.cn",
            "a@b-.cn", "a@b.cn\r\nBcc: x@y.cn", "a\0@b.cn", "\"a b\"@c.cn", "<a@b.cn>", "a@b.cn,c@d.cn",
            "a@[127.0.0.1]",
            "李伟@b.cn", "a@例子.cn", String(repeating: "a", count: 65) + "@b.cn",
            "a@" + String(repeating: "b", count: 64) + ".cn", "a@" + String(repeating: "b.", count: 130) + "cn",
        ])
    func refused(_ text: String) { #expect(EmailAddress(text) == nil) }

    @Test("Capitals make no second person")
    func capitals() { #expect(EmailAddress("Li@B.cn")?.key == EmailAddress("li@b.CN")?.key) }
}
