import MaigenDomain

/// What people share, as a list.
struct CommunityPage: PageModel {
    static let template = "community"
    var search: String
    var isByLikes: Bool
    var shares: [ShareCard]
    var isSearch: Bool
    var next: String?
}

/// One share as lists and its own page show it: nothing of its tests.
struct ShareCard: Sendable {
    var id: String
    var title: String
    var author: String
    var description: String
    /// Nil where it costs nothing.
    var price: String?
    var tests: String
    var likes: String
    var purchases: String
    var published: MomentText
    var isAuthor: Bool
    var isLiked: Bool
    var isBought: Bool
    var mayDownload: Bool

    init(_ share: Share, _ standing: ShareStanding) {
        id = share.id.rawValue
        title = share.title
        author = share.authorName.text
        description = share.description
        price = share.price == .zero ? nil : NumberText.grouped(share.price.count)
        tests = "\(share.testCount)"
        likes = NumberText.grouped(Int64(share.likes))
        purchases = NumberText.grouped(Int64(share.purchases))
        published = MomentText(share.reviewedAt ?? share.createdAt)
        isAuthor = standing.isAuthor
        isLiked = standing.isLiked
        isBought = standing.isBought
        mayDownload = standing.mayDownload
    }
}

/// A share's own page: the whole problem, and how to get the data.
struct SharePage: PageModel {
    static let template = "share"
    var share: ShareCard
    var problem: ProblemView
    /// What its state is where it is not in the community; nil where it is.
    var state: String?
    var rejection: String?
    var isVisitor: Bool

    init(_ shared: SharedProblem, isVisitor: Bool, in language: Language) {
        share = ShareCard(shared.share, shared.standing)
        problem = ProblemView(shared.problem)
        state = shared.share.state == .approved ? nil : shared.share.state.title[language]
        rejection = shared.share.rejection.isEmpty ? nil : shared.share.rejection
        self.isVisitor = isVisitor
    }
}

/// Asks whether to pay.
struct PurchasePage: PageModel {
    static let template = "purchase"
    var id: String
    var title: String
    var price: String
    /// The price as a number, which the buyer agrees to.
    var agreed: Int64
    var balance: String
    /// What would be left; nil where the balance is too low.
    var left: String?
    /// How much is missing; nil where it is enough.
    var missing: String?
    var refusal: String?

    init(_ share: Share, balance: Points) {
        id = share.id.rawValue
        title = share.title
        price = NumberText.grouped(share.price.count)
        agreed = share.price.count
        self.balance = NumberText.grouped(balance.count)
        let rest = (balance - share.price).count
        left = rest >= 0 ? NumberText.grouped(rest) : nil
        missing = rest < 0 ? NumberText.grouped(-rest) : nil
    }
}
