import HTTPTypes
import MaigenDomain
import Testing

@testable import MaigenHTTP

/// Everything that a request can be refused with.
@Suite("Refusals")
struct RefusalTextTests {
    static let all: [any Refusal] =
        ([
            .addressMalformed, .nameMalformed, .passwordTooShort, .passwordTooLong, .passwordTooCommon,
            .emailCodeWrong, .addressTaken, .invitationCodeUnknown, .loginFailed, .accountDisabled, .passwordWrong,
            .notSignedIn, .notAllowed, .sessionUnknown, .accountUnknown, .ownAccount, .tooManyAttempts(.seconds(3)),
            .busy,
        ] as [AccountRefusal])
        + ([
            .insufficient(balance: 1, needed: 5), .keyMalformed, .keyReused, .amountMalformed, .reasonMalformed,
        ] as [PointsRefusal])
        + ([
            .taskUnknown, .titleMalformed, .textMalformed, .statementIncomplete, .statementTooLong(.kibibytes(1)),
            .sampleMissing, .samplesTooMany(20), .sampleMalformed(number: 1, .kibibytes(1)),
            .programMalformed(.kibibytes(1)), .specificationTooLong(.kibibytes(1)), .testCountMalformed,
            .strategyRepeated(StrategyID(rawValue: 1)), .strategyUnknown(StrategyID(rawValue: 99)),
            .strategyOff(Localized(zh: "甲", en: "a")), .tasksInWork(limit: 5), .taskEnded(.failed),
            .taskNotCompleted, .dataRemoved,
        ] as [TaskRefusal])
        + ([
            .shareUnknown, .descriptionMalformed, .priceMalformed, .reasonMalformed, .alreadyShared,
            .alreadyReviewed(.approved), .priceChanged(3), .notBought(price: 3),
        ] as [ShareRefusal])
        + ([
            .outdated(present: 3), .outOfRange(.task, 0...10), .strategyUnknown(StrategyID(rawValue: 99)),
            .noStrategyLeft,
        ] as [SettingsRefusal])
        + ([
            .pathUnknown, .methodUnknown(allowed: ["GET"]), .contentTypeUnknown, .bodyTooLarge(limit: .kibibytes(1)),
            .bodyMalformed, .fieldMalformed("a"), .parameterMalformed("a"), .crossSite, .formOutdated,
            .rangeUnsatisfiable(size: 1), .preconditionFailed, .tooManyStreams, .malformed, .failure, .unavailable,
        ] as [HTTPRefusal])

    @Test("Every refusal speaks Chinese and English")
    func languages() {
        func isHan(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        for refusal in Self.all {
            let message = refusal.message
            #expect(isHan(message[.chinese]), "\(refusal.code)")
            #expect(!message[.english].isEmpty && !isHan(message[.english].replacing("甲", with: "")), "\(refusal.code)")
        }
    }

    @Test("Codes are names for programs, and every status stands for one that exists")
    func codes() {
        let codes = Set(Self.all.map(\.code))
        for code in codes { #expect(code.wholeMatch(of: #/[a-z0-9_]+/#) != nil, "\(code)") }
        #expect(Set(statuses.keys).subtracting(codes) == [])
        for refusal in Self.all { #expect((400...503).contains(refusal.status.code), "\(refusal.code)") }
    }
}
