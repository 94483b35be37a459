import MaigenDomain

/// The home page: what MAIGEN does, with the evidence of one data set and of the corpus.
struct HomePage: PageModel {
    static let template = "home"
    /// The tests of the bundled example, one for each purpose.
    var example: [Test]
    var testCount: Int
    var bounds: String
    var attacks: String
    /// What was measured on the corpus.
    var quality: [Measured]

    /// One test of the example.
    struct Test: Sendable {
        var number: Int
        var purpose: String
        var size: String
        var time: String
    }

    /// One figure.
    struct Measured: Sendable {
        var value: String
        var detail: String
        var name: String
    }

    init(_ example: HomeExample, _ quality: QualityRecord, _ texts: SiteTexts, in language: Language) {
        var purposes: Set<Localized> = []
        self.example = example.tests.filter { purposes.insert($0.purpose).inserted }.prefix(6).map { test in
            Test(
                number: test.number, purpose: test.purpose[language],
                size: ByteCount(bytes: test.size).description, time: "≤ \(test.milliseconds) ms")
        }
        testCount = example.tests.count
        bounds = "\(example.boundsReached)/\(example.bounds)"
        attacks = "\(example.attacksRefused)/\(example.attacks)"
        self.quality = QualityRecord.shown.map { name in
            let figure = quality.figure(name)
            let key = "home.quality." + name.replacing(" ", with: "-")
            return Measured(value: figure.value, detail: figure.detail, name: texts[key]?[language] ?? "")
        }
    }
}
