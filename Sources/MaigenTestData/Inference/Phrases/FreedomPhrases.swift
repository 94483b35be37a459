/// Clauses that only say what is not promised: no order, and things that may be the same. They leave every input as it
/// is, so that they may go unread; a clause with anything else in it is not one of them.
enum FreedomPhrases {
    private static let noOrder = PhraseTable<Bool>([
        ("[并] 没有|未|不|并不|不一定|不保证 [一定] [按|按照|以] 任何|任意|特定|某种|固定 [特定] [的] 顺序|次序 [给出|排列|排序|出现]", true),
        ("[并] 不一定|不保证 [按|按照] [任何] 有序|顺序|次序 [给出|排列|排序|的]", true),
        ("顺序|次序 任意|不定", true),
        (
            "[are|is] [not] [given|listed|sorted|ordered] in no|any [particular|special|specific|certain|fixed] order",
            true
        ),
        ("[are|is] not [necessarily] sorted|ordered", true),
        ("[are|is] given|listed in arbitrary order", true),
    ])

    private static let permissions = PhraseTable<Bool>([
        ("可能|可以|允许 [会]", true), ("may|might|can [also]", true), ("not necessarily", true), ("不一定|不保证", true),
    ])

    private static let sameness = PhraseTable<Bool>([
        ("[完全] 相同|重复|重合|一样|相等|同一 [的]", true),
        ("[互|各|两两] 不相同|不同", true),
        ("[the] same|equal|identical|coincide|coinciding|distinct|different", true),
    ])

    /// Nothing to do with what the clause says, so harmless beside it.
    private static let besides = PhraseTable<Bool>([
        ("有|存在|出现|几|多|若干|也|还|并|且|但|的|在|之间", true),
        ("several|some|also|so|and|but|at|have|has|be|two|many|more_than_one|of|the", true),
    ])

    /// Whether the clause says nothing but that.
    static func isFreedom(_ clause: [TextToken]) -> Bool {
        if let (at, _, match) = noOrder.first(in: clause) {
            return match.end == clause.count && at > 0 && isPlain(Array(clause[..<at]))
        }
        guard let permission = permissions.first(in: clause),
            let same = sameness.first(in: clause, from: permission.match.end)
        else { return false }
        // "may be the same" leaves room, "must be the same" and "no two may be the same" do not.
        return isPlain(Array(clause[..<permission.at])) && isPlain(Array(clause[permission.match.end..<same.at]))
            && isPlain(Array(clause[same.match.end...]))
    }

    /// "So may several sprinklers" after such a clause.
    static func continues(_ clause: [TextToken]) -> Bool {
        guard let (_, match) = also.match(clause, at: 0) else { return false }
        return isPlain(Array(clause[match.end...]))
    }

    private static let also = PhraseTable<Bool>([("and so may|can", true)])

    private static func isPlain(_ tokens: [TextToken]) -> Bool {
        var position = 0
        while position < tokens.count {
            if let (_, match) = besides.match(tokens, at: position) {
                position = match.end
                continue
            }
            guard case .word(let word) = tokens[position].kind, !Self.restrictions.contains(word),
                !AlarmPhrases.alarmsInTail(tokens, at: position)
            else { return false }
            position += 1
        }
        return true
    }

    private static let restrictions: Set<String> = [
        "不", "没", "无", "非", "未", "仅", "只", "除", "必", "须", "最", "至", "次", "行", "省", "若", "则", "一", "两", "二", "三",
        "only", "no", "not", "none", "neither", "nor", "must", "line", "lines", "once", "twice", "times", "never",
        "then", "one", "three", "every", "but", "each", "most", "least", "always",
    ]
}
