import Foundation
import MaigenDomain
import MaigenHTTP
import Testing

@testable import MaigenWeb

/// Templates, texts and static files, as they are built in.
@Suite struct LookTests {
    @Test func `the embedded files are those in the folders`() throws {
        let names = { (folder: String, ending: String) in
            try Repository.look(folder).map { $0.hasSuffix(ending) ? String($0.dropLast(ending.count)) : $0 }
        }
        #expect(try EmbeddedFiles.assets.keys.sorted() == names("Assets", ""))
        #expect(try EmbeddedFiles.templates.keys.sorted() == names("Templates", ".mustache").sorted())
        #expect(try EmbeddedFiles.texts.keys.sorted() == names("Texts", ".json").sorted())
        for (folder, files) in [
            ("Assets", EmbeddedFiles.assets), ("Templates", EmbeddedFiles.templates), ("Texts", EmbeddedFiles.texts),
        ] {
            for name in try Repository.look(folder) {
                let path = Repository.root.appending(path: "Sources/MaigenWeb/Look/\(folder)/\(name)")
                let stem = files[name] ?? files[String(name.prefix { $0 != "." })]
                #expect(try [UInt8](Data(contentsOf: path)) == stem, "\(name)")
            }
        }
    }

    @Test func `every text is used somewhere, and every message has one`() throws {
        let texts = try SiteTexts(tables: EmbeddedFiles.texts)
        let templates = EmbeddedFiles.templates.values.map { String(decoding: $0, as: UTF8.self) }.joined()
        let computed = [
            "done.", "error.", "home.quality.", "task.fault.", "task.advice.", "task.agent.", "office.engine.",
            "office.role.", "task.rival.",
        ]
        let sources = try Repository.sources()
        for key in texts.keys where !computed.contains(where: key.hasPrefix) {
            // Models name texts in full, or without the name of their feature.
            let short = key.split(separator: ".", maxSplits: 1).last.map(String.init) ?? key
            let isUsed = ["[[\(key)]]", "\"\(key)\"", "\"\(short)\""].enumerated().contains { index, mark in
                (index == 0 ? templates : sources).contains(mark)
            }
            #expect(isUsed, "\(key) is used nowhere")
        }
        for done in Done.allCases { #expect(texts[done.key] != nil, "\(done)") }
        for kind in Rival.Kind.allCases { #expect(texts["task.rival." + kind.rawValue] != nil, "\(kind)") }
        for key in texts.keys where key.hasPrefix("done.") {
            #expect(Done(rawValue: String(key.dropFirst(5))) != nil, "\(key) is said of nothing")
        }
        for name in QualityRecord.shown {
            #expect(texts["home.quality." + name.replacing(" ", with: "-")] != nil, "\(name)")
        }
    }

    @Test func `Chinese texts are Chinese and English texts hold none`() throws {
        let texts = try SiteTexts(tables: EmbeddedFiles.texts)
        func isHan(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        for key in texts.keys {
            #expect(!isHan(texts[key]?[.english] ?? "中"), "\(key)")
            #expect(isHan(texts[key]?[.chinese] ?? ""), "\(key)")
        }
    }

    @Test func `templates show nothing unescaped`() throws {
        let texts = try SiteTexts(tables: [:])
        for source in ["{{{page.x}}}", "{{&page.x}}", "[[no.such.text]]", "{{#open}}"] {
            #expect(throws: SiteTexts.Fault.self, "\(source)") {
                try PageLibrary(templates: ["x": Array(source.utf8)], texts: texts)
            }
        }
    }

    @Test func `the longest page of our own is at most 60 KB on its way, with its styles and scripts`() throws {
        let look = try Look()
        let frame = PageFrame(language: .english, path: "/help/input-spec", formToken: "", assets: look.files.links)
        var sizes: [String: Int] = [:]
        for (name, page) in [
            ("reference", look.help.specification[.english]), ("guide", look.help.guide[.english]),
        ] {
            let html = look.pages.html(HelpPage(text: try #require(page), isReference: true), in: frame)
            sizes[name] = Gzip.compressed(Array(html.utf8)).count
        }
        let shared = try EmbeddedFiles.assets.keys.map { name in
            let path = look.files.links.site.dropFirst("/static/".count) + name
            let file = try #require(look.files[String(path)])
            return (file.compressed ?? file.content).count
        }.reduce(0, +)
        #expect(try #require(sizes.values.max()) + shared <= 60_000, "\(sizes), shared \(shared)")
    }

    @Test func `every problem has a page that says what it is, what to do and the request's number`() throws {
        let look = try Look()
        let refusals: [any Refusal] = [
            AccountRefusal.notAllowed, HTTPRefusal.pathUnknown, AccountRefusal.tooManyAttempts(.seconds(7)),
            HTTPRefusal.failure, HTTPRefusal.unavailable, HTTPRefusal.formOutdated, TaskRefusal.dataRemoved,
        ]
        for (refusal, language) in refusals.flatMap({ refusal in Language.allCases.map { (refusal, $0) } }) {
            let problem = Problem(refusal: refusal, request: "0123abcd", language: language)
            let page = ErrorPage(problem, look.texts)
            #expect(!page.title.isEmpty && !page.advice.isEmpty)
            let frame = PageFrame(
                language: language, path: "/", isBare: true, formToken: "", assets: look.files.links)
            let html = look.pages.html(page, in: frame)
            #expect(html.contains("<code>0123abcd</code>") && html.contains(refusal.message[language]))
            #expect(!html.contains("<form"), "who looks is not known")
        }
    }

    @Test func `a line break within Chinese is no space, and between words it is`() {
        #expect(Markdown.html("第一行，\n第二行").text == "<p>第一行，第二行</p>\n")
        #expect(Markdown.html("one\ntwo").text == "<p>one\ntwo</p>\n")
        #expect(Markdown.html("第一行\n$n$ 个").text.contains("\n"))
    }

    @Test func `a text of 100 000 characters is shown without delay, whatever it is made of`() {
        let clock = ContinuousClock()
        for piece in ["$", "`", "$x ", "$$x$ ", "[", "*a_", "<b>", "\\", "| a ", "> ", "\u{202E}"] {
            let text = String(repeating: piece, count: 100_000 / piece.count)
            // Debug builds on a busy machine; what must not happen is minutes.
            #expect(clock.measure { _ = Markdown.html(text) } < .seconds(20), "\(piece)")
        }
    }
}
