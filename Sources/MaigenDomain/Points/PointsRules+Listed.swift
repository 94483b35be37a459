/// One line of the points rules, as the rules page shows it.
package struct PointsRule: Sendable, Hashable {
    /// What it is about; its title is the record's.
    package var kind: RecordKind
    /// The change: a number, or how it is found.
    package var amount: Localized

    package init(kind: RecordKind, amount: Localized) {
        self.kind = kind
        self.amount = amount
    }
}

extension PointsRules {
    /// Every rule, in the order of the records' kinds.
    package var listed: [PointsRule] {
        RecordKind.allCases.map { PointsRule(kind: $0, amount: amount(of: $0)) }
    }

    private func amount(of kind: RecordKind) -> Localized {
        switch kind {
        case .registration: Localized(verbatim: "+\(registration)")
        case .invited: Localized(verbatim: "+\(invited)")
        case .inviter: Localized(verbatim: "+\(inviter)")
        case .task: Localized(verbatim: "-\(task)")
        case .taskRefund: Localized(verbatim: "+\(task)")
        case .purchase: Localized(zh: "-标价", en: "-price")
        case .sale: Localized(zh: "+标价的一半（向下取整）", en: "+half of the price, rounded down")
        case .adjustment: Localized(zh: "由管理员决定，须注明原因", en: "as an administrator decides, with a reason")
        }
    }
}
