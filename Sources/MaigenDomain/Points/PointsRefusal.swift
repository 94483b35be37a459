/// What can be wrong with a request that moves points.
package enum PointsRefusal: Refusal {
    /// Not enough points: what the account holds, and what was needed.
    case insufficient(balance: Points, needed: Points)
    /// The idempotency key is missing or malformed.
    case keyMalformed
    /// The idempotency key was used for a different request.
    case keyReused
    /// The amount is zero or beyond reason.
    case amountMalformed
    /// A correction needs a reason of 1 to 200 characters.
    case reasonMalformed

    package var code: String {
        switch self {
        case .insufficient: "points_insufficient"
        case .keyMalformed: "idempotency_key_malformed"
        case .keyReused: "idempotency_key_reused"
        case .amountMalformed: "amount_malformed"
        case .reasonMalformed: "reason_malformed"
        }
    }

    package var message: Localized {
        switch self {
        case .insufficient(let balance, let needed):
            Localized(
                zh: "积分不足：需要 \(needed) 积分，当前余额 \(balance) 积分。",
                en: "Not enough points: \(needed) needed, \(balance) left.")
        case .keyMalformed:
            Localized(
                zh: "请提供 1 至 255 个可见 ASCII 字符的 Idempotency-Key。",
                en: "An Idempotency-Key of 1 to 255 visible ASCII characters is needed.")
        case .keyReused:
            Localized(
                zh: "该 Idempotency-Key 已用于另一个请求。", en: "This Idempotency-Key was used for a different request.")
        case .amountMalformed:
            Localized(
                zh: "积分数须为非零整数，绝对值不超过 1000000。", en: "The amount is a whole number other than zero, within ±1000000.")
        case .reasonMalformed:
            Localized(zh: "请填写 1 至 200 个字符的原因。", en: "A reason of 1 to 200 characters is needed.")
        }
    }
}
