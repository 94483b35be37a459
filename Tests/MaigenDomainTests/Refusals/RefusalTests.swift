import MaigenDomain
import Testing

@Suite("Refusals of tasks, shares and settings")
struct RefusalTests {
    private static let all: [any Refusal] = [
        TaskRefusal.taskUnknown, TaskRefusal.titleMalformed, TaskRefusal.textMalformed, TaskRefusal.statementIncomplete,
        TaskRefusal.statementTooLong(.kibibytes(64)), TaskRefusal.sampleMissing, TaskRefusal.samplesTooMany(20),
        TaskRefusal.sampleMalformed(number: 1, .kibibytes(64)), TaskRefusal.programMalformed(.kibibytes(64)),
        TaskRefusal.specificationTooLong(.kibibytes(64)), TaskRefusal.testCountMalformed,
        TaskRefusal.strategyRepeated(StrategyID(rawValue: 1)), TaskRefusal.strategyUnknown(StrategyID(rawValue: 9)),
        TaskRefusal.strategyOff(Localized(zh: "溢出", en: "Overflow")), TaskRefusal.tasksInWork(limit: 5),
        TaskRefusal.taskEnded(.failed), TaskRefusal.taskNotCompleted, TaskRefusal.dataRemoved,
        ShareRefusal.shareUnknown, ShareRefusal.descriptionMalformed, ShareRefusal.priceMalformed,
        ShareRefusal.reasonMalformed, ShareRefusal.alreadyShared, ShareRefusal.alreadyReviewed(.approved),
        ShareRefusal.priceChanged(7), ShareRefusal.notBought(price: 7), SettingsRefusal.outdated(present: 3),
        SettingsRefusal.outOfRange(.task, 0...9), SettingsRefusal.noStrategyLeft,
    ]

    @Test("Each has a code of its own, and a sentence in both languages")
    func texts() {
        var codes: Set<String> = []
        for refusal in Self.all {
            // A reason is one thing to a person, whether a share is rejected or points are corrected; so is a strategy.
            #expect(codes.insert(refusal.code).inserted, "\(refusal.code)")
            #expect(refusal.message[.chinese].hasSuffix("。") && refusal.message[.english].hasSuffix("."))
            #expect(refusal.message[.chinese] != refusal.message[.english])
            #expect(refusal.code.allSatisfy { $0.isLowercase || $0 == "_" })
        }
        for field in SettingsRefusal.Field.allCases { #expect(field.title[.chinese] != field.title[.english]) }
    }
}
