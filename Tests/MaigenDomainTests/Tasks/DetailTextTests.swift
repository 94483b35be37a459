import MaigenDomain
import Testing

@Suite struct DetailTextTests {
    @Test func `each reader is shown their language`() {
        let kept = DetailText.kept(Localized(zh: "最小值\n第二行", en: "least value"))
        #expect(DetailText.shown(kept, in: .chinese) == "最小值\n第二行")
        #expect(DetailText.shown(kept, in: .english) == "least value")
    }

    @Test func `a program reads the same to everybody, whatever it holds`() {
        for text in ["int main() {}", "", "\u{1E}", "a\u{1E}b", "\u{1E}a\u{1E}b\u{1E}c"] {
            #expect(DetailText.shown(text, in: .english) == text)
        }
        #expect(DetailText.kept(Localized(verbatim: "x")) == "x")
    }

    @Test
    func `what somebody wrote cannot take the place of another language, and both are as long as a detail may be`() {
        let long = String(repeating: "中", count: 60_000)
        let kept = DetailText.kept(Localized(zh: "\u{1E}中", en: long))
        #expect(DetailText.shown(kept, in: .chinese) == "中")
        #expect(kept.utf8.count <= TaskProgress.detailLimit)
        #expect(long.hasPrefix(DetailText.shown(kept, in: .english)))
    }
}
