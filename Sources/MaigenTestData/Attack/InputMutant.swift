/// A nearly valid input: a valid one with one thing changed. What a validator, or a robust program, is tried with.
package struct InputMutant: Sendable, Hashable {
    package var kind: Kind
    package var bytes: [UInt8]
    /// Whether the specification takes it all the same: a neighbouring value is often as good as the old one. Only
    /// the C++ predicates are not asked.
    package var isValid: Bool

    package init(_ kind: Kind, _ bytes: [UInt8], isValid: Bool) {
        self.kind = kind
        self.bytes = bytes
        self.isValid = isValid
    }

    /// What was changed.
    package enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        // White space and line ends.
        case leadingSpace = "leading-space"
        case trailingSpace = "trailing-space"
        case doubleSpace = "double-space"
        case tab
        case otherBlank = "other-blank"
        case missingFinalNewline = "missing-final-newline"
        case extraBlankLine = "extra-blank-line"
        case carriageReturns = "carriage-returns"
        case joinedLines = "joined-lines"
        case splitLine = "split-line"

        // Tokens and lines as such.
        case trailingToken = "trailing-token"
        case droppedToken = "dropped-token"
        case swappedTokens = "swapped-tokens"
        case reversedTokens = "reversed-tokens"
        case droppedLine = "dropped-line"
        case duplicatedLine = "duplicated-line"
        case swappedLines = "swapped-lines"
        case trailingLine = "trailing-line"
        case truncated
        case empty
        case repeatedInput = "repeated-input"

        // Numbers.
        case leadingZero = "leading-zero"
        case leadingPlus = "leading-plus"
        case minusZero = "minus-zero"
        case negated
        case decimalPoint = "decimal-point"
        case exponent
        case belowRange = "below-range"
        case aboveRange = "above-range"
        case neighbour
        case huge
        case decimals

        // Texts.
        case tooLong = "too-long"
        case tooShort = "too-short"
        case foreignCharacter = "foreign-character"
        case otherCharacter = "other-character"
        case changedCase = "changed-case"
        case emptied

        // Relations between values.
        case repeatedValue = "repeated-value"
        case repeatedLine = "repeated-line"
        case repeatedReversedLine = "repeated-reversed-line"
        case selfLoop = "self-loop"

        // Bytes.
        case nonASCII = "non-ascii"
        case nul
        case byteOrderMark = "byte-order-mark"
        case byte255 = "byte-255"
    }
}
