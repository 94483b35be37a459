import Foundation
import MaigenTestData

extension PlannedTest {
    /// What one types in a shell, beside the compiled generator, to make the input.
    package var command: String {
        (["./generator" + (generator.map { "-\($0)" } ?? "")] + arguments.map(Self.quoted) + [">", "\(number).in"])
            .joined(separator: " ")
    }

    private static func quoted(_ argument: String) -> String {
        let plain = argument.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_=.,:+/@%".utf8.contains(byte)
            }
        }
        guard !plain || argument.isEmpty else { return argument }
        return "'" + argument.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
