/// How many columns of a terminal a text takes: Chinese characters and full-width punctuation take two (Unicode
/// Standard Annex 11, the ranges that occur in practice), combining marks none.
extension String {
    var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

    /// The text filled up with spaces to `width` columns, or cut to it with an ellipsis.
    func fitted(to width: Int, alignedRight: Bool = false) -> String {
        let own = displayWidth
        if own > width {
            var result = ""
            var used = 0
            for character in self {
                let next = String(character).displayWidth
                guard used + next <= width - 1 else { break }
                result.append(character)
                used += next
            }
            return result + "…" + String(repeating: " ", count: max(0, width - used - 1))
        }
        let space = String(repeating: " ", count: width - own)
        return alignedRight ? space + self : self + space
    }
}

extension Unicode.Scalar {
    fileprivate var displayWidth: Int {
        switch value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
