/// Words by which a clause of the description asks, defines or supposes, so that what it says may not be about what
/// the input holds.
enum HypotheticalPhrases {
    enum Mood: Sendable {
        /// Says what is.
        case assertion
        /// May say what is or what could be done: "可以", "can".
        case possibility
        /// Asks, defines or supposes.
        case question
    }

    private static let table = PhraseTable<Mood>([
        (
            "求|请|输出|计算|如果|若|假设|当且仅当|定义|称为|当|使得|选出|选择|找出|询问|想要|希望|想从|想让|能否|是否|例如|比如|每一步|每次|多少|最少|最小|最大|判断|添加|删除|删去|排成|变成",
            .question
        ),
        (
            "find|compute|print|output|determine|calculate|if|suppose|called|say|choose|select|such_that|so_that|wants|want|count|report|example|how_many|what|whether|your_task|when|defined|process|minimum|maximum|smallest|largest|make|add|remove",
            .question
        ),
        ("可以|能|能够|可能|满足条件", .possibility),
        ("can|could|may|you_can|means", .possibility),
    ])

    static let guarantees = PhraseTable<Bool>([
        ("保证|确保", true),
        ("guaranteed|ensured", true),
    ])

    /// A sentence that shows what a word means.
    static let examples = PhraseTable<Bool>([("for_example|for_instance|例如|比如|举例", true)])

    /// Begin a clause that tells what a name of the sentence is.
    static let definitions = PhraseTable<Bool>([("[and] where|with", true), ("其中|这里", true)])

    static func mood(_ tokens: [TextToken]) -> Mood {
        if guarantees.first(in: tokens) != nil { return .assertion }
        var mood = Mood.assertion
        for index in tokens.indices {
            guard let (found, _) = table.match(tokens, at: index) else { continue }
            if found == .question { return .question }
            mood = found
        }
        return mood
    }

    static func isHypothetical(_ tokens: [TextToken]) -> Bool { mood(tokens) != .assertion }
}
