import Foundation
import MaigenDomain

/// Every text of the pages, by key, in every language. The tables are `Look/Texts/*.json`:
/// `{"tasks.title": ["任务", "Tasks"]}`, Chinese first.
package struct SiteTexts: Sendable {
    private let entries: [String: Localized]

    /// What is wrong with the tables: a fault of the program, found when it starts.
    package struct Fault: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    /// - Parameter tables: the files by name.
    /// - Throws: `Fault` for a table that cannot be read, a text without two languages, a key given twice.
    package init(tables: [String: [UInt8]]) throws(Fault) {
        var entries: [String: Localized] = [:]
        for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) {
            let table: [String: [String]]
            do {
                table = try JSONDecoder().decode([String: [String]].self, from: Data(bytes))
            } catch {
                throw Fault(description: "\(name): \(error)")
            }
            for (key, texts) in table {
                guard texts.count == 2, texts.allSatisfy({ !$0.isEmpty }) else {
                    throw Fault(description: "\(name): \(key) needs a Chinese and an English text")
                }
                guard entries.updateValue(Localized(zh: texts[0], en: texts[1]), forKey: key) == nil else {
                    throw Fault(description: "\(name): \(key) is given twice")
                }
            }
        }
        self.entries = entries
    }

    /// The text of a key; nil where no table has it.
    package subscript(key: String) -> Localized? { entries[key] }

    /// Every key.
    package var keys: Set<String> { Set(entries.keys) }

    /// `template` with each `[[key]]` replaced by its text. A text is part of the template: it may hold `{{names}}`.
    ///
    /// - Throws: `Fault` for a key that no table has.
    func filled(_ template: String, in language: Language) throws(Fault) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            let key = String(rest[open.upperBound..<close.lowerBound])
            guard let text = entries[key] else { throw Fault(description: "no text \(key)") }
            result += rest[..<open.lowerBound]
            result += text[language]
            rest = rest[close.upperBound...]
        }
        return result + rest
    }
}
