import MaigenDomain
import MaigenHTTP

/// A share as its author and administrators see it.
struct ShareBody: Encodable, Sendable {
    var id: String
    var task: String
    var author: AuthorBody
    var title: String
    var description: String
    var price: Points
    var state: ShareState
    var stateTitle: String
    var rejection: String
    var testCount: Int
    var likes: Int
    var purchases: Int
    var createdAt: Moment
    var reviewedAt: Moment?

    init(_ share: Share, in language: Language) {
        id = share.id.rawValue
        task = share.task.rawValue
        author = AuthorBody(share)
        title = share.title
        description = share.description
        price = share.price
        state = share.state
        stateTitle = share.state.title[language]
        rejection = share.rejection
        testCount = share.testCount
        likes = share.likes
        purchases = share.purchases
        createdAt = Moment(share.createdAt)
        reviewedAt = Moment(share.reviewedAt)
    }
}

/// Whose a share is.
struct AuthorBody: Encodable, Sendable {
    var id: String
    var name: String

    init(_ share: Share) {
        id = share.author.rawValue
        name = share.authorName.text
    }
}

/// A share as the community shows it to one reader: nothing of its task, tests, files or programs.
struct ListedShareBody: Encodable, Sendable {
    var id: String
    var author: AuthorBody
    var title: String
    var description: String
    var price: Points
    var testCount: Int
    var likes: Int
    var purchases: Int
    var publishedAt: Moment
    var isAuthor: Bool
    var isLiked: Bool
    var isBought: Bool
    var mayDownload: Bool

    init(_ share: Share, _ standing: ShareStanding) {
        id = share.id.rawValue
        author = AuthorBody(share)
        title = share.title
        description = share.description
        price = share.price
        testCount = share.testCount
        likes = share.likes
        purchases = share.purchases
        publishedAt = Moment(share.reviewedAt ?? share.createdAt)
        isAuthor = standing.isAuthor
        isLiked = standing.isLiked
        isBought = standing.isBought
        mayDownload = standing.mayDownload
    }
}

/// A share's page: the whole problem beside it.
struct SharedProblemBody: Encodable, Sendable {
    var share: ListedShareBody
    var state: ShareState
    var problem: ProblemBody

    init(_ shared: SharedProblem) {
        share = ListedShareBody(shared.share, shared.standing)
        state = shared.share.state
        problem = ProblemBody(shared.problem)
    }

    private enum CodingKeys: CodingKey {
        case state, problem
    }

    func encode(to encoder: any Encoder) throws {
        try share.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(state, forKey: .state)
        try container.encode(problem, forKey: .problem)
    }
}
