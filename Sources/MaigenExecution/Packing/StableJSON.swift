import Foundation

/// JSON with the same bytes for the same value: keys in order, one field a line, a final line end.
package enum StableJSON {
    /// The document of `value`, which holds no number that is not finite.
    package static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            // Only numbers that are not finite can fail, and the documents hold none.
            preconditionFailure("\(error)")
        }
    }
}
