import Foundation
import MaigenDomain
import TestSupport
import Testing

@testable import MaigenMail

@Suite("Letters")
struct LetterWriterTests {
    private let writer = LetterWriter(
        from: EmailAddress("maigen@example.org")!, clock: TestClock(Timestamp(milliseconds: 1_795_412_730_000)).clock)

    private func text(_ content: MailContent, _ language: Language = .chinese) -> String {
        let letter = writer.letter(MailMessage(to: EmailAddress("li@example.cn")!, in: language, content))
        return String(decoding: letter.bytes, as: UTF8.self)
    }

    /// The two forms of the body, decoded.
    private func bodies(_ letter: String) -> [String] {
        letter.components(separatedBy: "Content-Transfer-Encoding: base64\r\n\r\n").dropFirst().map { part in
            let base64 = part.components(separatedBy: "\r\n--")[0]
            return String(
                decoding: Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data(), as: UTF8.self)
        }
    }

    @Test("The header is complete, ASCII, in short lines")
    func header() throws {
        let letter = text(.registrationCode(EmailCode("123456")!))
        let header = try #require(letter.components(separatedBy: "\r\n\r\n").first)
        #expect(header.contains("Date: Mon, 23 Nov 2026 05:45:30 +0000\r\n"))
        #expect(header.contains("From: MAIGEN <maigen@example.org>\r\nTo: <li@example.cn>\r\n"))
        #expect(header.contains("Auto-Submitted: auto-generated"))
        #expect(letter.utf8.allSatisfy { $0 < 128 && $0 != 0 })
        #expect(letter.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") })
    }

    @Test(
        "Each message has a text and an HTML form that say the same, in both languages",
        arguments: [
            MailContent.registrationCode(EmailCode("123456")!), .passwordResetCode(EmailCode("654321")!),
            .alreadyRegistered, .noAccount, .passwordChanged,
        ])
    func forms(_ content: MailContent) throws {
        var seen: Set<String> = []
        for language in Language.allCases {
            let forms = bodies(text(content, language))
            try #require(forms.count == 2)
            for paragraph in MailText(content).paragraphs {
                #expect(forms[0].contains(paragraph[language]))
                #expect(forms[1].contains(paragraph[language]))
            }
            if let code = MailText(content).code { #expect(forms.allSatisfy { $0.contains(code) }) }
            #expect(forms[1].contains("<html lang=\"\(language.rawValue)\">"))
            #expect(!forms[1].contains("src=") && !forms[1].contains("http"))
            seen.insert(forms[0])
        }
        #expect(seen.count == 2)
    }

    @Test("Long subjects are cut between characters, never inside one")
    func subjects() {
        let words = LetterWriter.encodedWords(String(repeating: "汉字🐱", count: 20)).components(separatedBy: "\r\n ")
        let decoded = words.map { word in
            let base64 = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            return String(decoding: Data(base64Encoded: String(base64)) ?? Data(), as: UTF8.self)
        }
        #expect(words.allSatisfy { $0.count <= 75 })
        #expect(decoded.joined() == String(repeating: "汉字🐱", count: 20))
        #expect(!decoded.contains { $0.contains("\u{FFFD}") })
    }
}
