/// What can be wrong with a request about the community.
package enum ShareRefusal: Refusal {
    /// No such share among those that the person may see.
    case shareUnknown
    /// Not a description of 1 to 2000 characters.
    case descriptionMalformed
    /// Not a whole number of 0 to 1000.
    case priceMalformed
    /// A rejection needs a reason of 1 to 500 characters.
    case reasonMalformed
    /// The task waits for review or is in the community already.
    case alreadyShared
    /// Another administrator has decided.
    case alreadyReviewed(ShareState)
    /// The price is not the one that the buyer agreed to.
    case priceChanged(Points)
    /// The share must be bought first.
    case notBought(price: Points)

    package var code: String {
        switch self {
        case .shareUnknown: "share_unknown"
        case .descriptionMalformed: "description_malformed"
        case .priceMalformed: "price_malformed"
        case .reasonMalformed: "reason_malformed"
        case .alreadyShared: "already_shared"
        case .alreadyReviewed: "already_reviewed"
        case .priceChanged: "price_changed"
        case .notBought: "not_bought"
        }
    }

    package var message: Localized {
        switch self {
        case .shareUnknown: Localized(zh: "该分享不存在。", en: "There is no such share.")
        case .descriptionMalformed:
            Localized(
                zh: "请填写 1 至 \(ShareRules.descriptionLength) 个字符的分享说明。",
                en: "A description of 1 to \(ShareRules.descriptionLength) characters is needed.")
        case .priceMalformed:
            Localized(
                zh: "价格须为 \(PointsRules.prices.lowerBound) 至 \(PointsRules.prices.upperBound) 的整数。",
                en: "A price is a whole number of \(PointsRules.prices.lowerBound) to \(PointsRules.prices.upperBound)."
            )
        case .reasonMalformed:
            Localized(
                zh: "请填写 1 至 \(ShareRules.reasonLength) 个字符的拒绝原因。",
                en: "A reason of 1 to \(ShareRules.reasonLength) characters is needed.")
        case .alreadyShared:
            Localized(zh: "该任务已在审核中或已分享到社区。", en: "This task awaits review or is in the community already.")
        case .alreadyReviewed(let state):
            Localized(
                zh: "该分享已被审核（\(state.title[.chinese])）。",
                en: "This share has been reviewed already (\(state.title[.english].lowercased())).")
        case .priceChanged(let price):
            Localized(
                zh: "价格与您确认的不同：现在为 \(price) 积分，请重新确认。",
                en: "The price is not the one you agreed to: it is \(price) points. Please confirm again.")
        case .notBought(let price):
            Localized(zh: "请先用 \(price) 积分购买该分享。", en: "Buy this share first; it costs \(price) points.")
        }
    }
}

/// What shares are held to.
package enum ShareRules {
    /// The most characters of a description.
    package static let descriptionLength = 2000
    /// The most characters of a reason for rejecting.
    package static let reasonLength = 500
}
