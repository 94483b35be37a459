/// The home page: what MAIGEN does, with the evidence of one data set.
package struct HomePage: PageModel {
    package static let template = "home"
    /// Some tests of the bundled example.
    package var example: [Test]
    /// What was measured on the corpus.
    package var quality: [Measured]

    /// One test of the example.
    package struct Test: Sendable {
        package var number: String
        package var purpose: String
        package var size: String
        package var time: String

        package init(number: String, purpose: String, size: String, time: String) {
            self.number = number
            self.purpose = purpose
            self.size = size
            self.time = time
        }
    }

    /// One figure.
    package struct Measured: Sendable {
        package var value: String
        package var name: String

        package init(value: String, name: String) {
            self.value = value
            self.name = name
        }
    }

    package init(example: [Test], quality: [Measured]) {
        self.example = example
        self.quality = quality
    }
}
