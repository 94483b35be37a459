/// A completed task that its author offers to everybody.
package struct Share: Sendable, Hashable {
    /// Names the share; sorts by the time it was offered.
    package var id: ShareID
    /// Which task.
    package var task: TaskID
    /// Whose.
    package var author: UserID
    /// The author's present name.
    package var authorName: DisplayName
    /// The problem's title.
    package var title: String
    /// What the author says of it.
    package var description: String
    /// What it costs.
    package var price: Points
    /// Where it stands.
    package var state: ShareState
    /// Why it was rejected; empty elsewhere.
    package var rejection: String
    /// How many tests the data set holds.
    package var testCount: Int
    /// How many people like it.
    package var likes: Int
    /// How many people bought it.
    package var purchases: Int
    /// When it was offered.
    package var createdAt: Timestamp
    /// When an administrator decided; for an approved one, since when everybody sees it.
    package var reviewedAt: Timestamp?

    package init(
        id: ShareID, task: TaskID, author: UserID, authorName: DisplayName, title: String, description: String,
        price: Points, state: ShareState, rejection: String = "", testCount: Int, likes: Int = 0, purchases: Int = 0,
        createdAt: Timestamp, reviewedAt: Timestamp? = nil
    ) {
        self.id = id
        self.task = task
        self.author = author
        self.authorName = authorName
        self.title = title
        self.description = description
        self.price = price
        self.state = state
        self.rejection = rejection
        self.testCount = testCount
        self.likes = likes
        self.purchases = purchases
        self.createdAt = createdAt
        self.reviewedAt = reviewedAt
    }
}

/// Names one share.
package typealias ShareID = ID<Share>

/// Where a share stands.
package enum ShareState: String, Sendable, Hashable, CaseIterable, Codable {
    /// An administrator has to decide.
    case pending
    /// Everybody sees it.
    case approved
    /// It was refused, for a reason its author can read.
    case rejected

    /// What a person reads.
    package var title: Localized {
        switch self {
        case .pending: Localized(zh: "待审核", en: "Awaiting review")
        case .approved: Localized(zh: "已通过", en: "Approved")
        case .rejected: Localized(zh: "未通过", en: "Rejected")
        }
    }
}

/// In which order the community is listed.
package enum ShareOrder: String, Sendable, Hashable, CaseIterable {
    /// Newest first.
    case time
    /// Most liked first.
    case likes
}

/// What one reader has to do with a share.
package struct ShareStanding: Sendable, Hashable {
    /// Whether it is the reader's own.
    package var isAuthor: Bool
    /// Whether the reader likes it.
    package var isLiked: Bool
    /// Whether the reader bought it.
    package var isBought: Bool
    /// Whether the reader may download it without paying: bought it, is the author, or is an administrator.
    package var mayDownload: Bool

    package init(isAuthor: Bool, isLiked: Bool, isBought: Bool, mayDownload: Bool) {
        self.isAuthor = isAuthor
        self.isLiked = isLiked
        self.isBought = isBought
        self.mayDownload = mayDownload
    }

    /// Somebody who is not signed in.
    package static let visitor = ShareStanding(isAuthor: false, isLiked: false, isBought: false, mayDownload: false)
}

/// A share as the community's list shows it to one reader.
package struct ListedShare: Sendable, Hashable {
    package var share: Share
    package var standing: ShareStanding

    package init(share: Share, standing: ShareStanding) {
        self.share = share
        self.standing = standing
    }
}

/// A share's page: the whole problem, and nothing of the tests, the files or the programs.
package struct SharedProblem: Sendable, Hashable {
    package var share: Share
    package var problem: ProblemDocument
    package var standing: ShareStanding

    package init(share: Share, problem: ProblemDocument, standing: ShareStanding) {
        self.share = share
        self.problem = problem
        self.standing = standing
    }
}
