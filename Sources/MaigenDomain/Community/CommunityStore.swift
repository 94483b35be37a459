/// Keeps the community. Each write method keeps one invariant in one transaction.
package protocol CommunityStore: Sendable {
    // Reading

    /// The share, whatever its state.
    func share(_ id: ShareID) async throws(StoreFailure) -> Share?
    /// The share, the whole problem, and what `reader` has to do with it; whatever its state.
    func sharedProblem(_ id: ShareID, for reader: Account?) async throws(StoreFailure) -> SharedProblem?
    /// Approved shares whose title, description or author's name holds `text`, whatever the case; all where it is
    /// empty.
    func shares(
        by order: ShareOrder, matching text: String, _ page: PageRequest, for reader: Account?
    ) async throws(StoreFailure) -> Page<ListedShare>
    /// The shares of `author`, newest first.
    func shares(of author: UserID, _ page: PageRequest) async throws(StoreFailure) -> Page<Share>
    /// Shares in `state`, oldest first for those that wait for review, newest first otherwise.
    func shares(in state: ShareState, _ page: PageRequest) async throws(StoreFailure) -> Page<Share>
    /// The ZIP behind an approved share, and what `reader` has to do with it.
    func file(
        of share: ShareID, for reader: Account
    ) async throws(StoreFailure) -> (file: DataFile, share: Share, standing: ShareStanding)?

    // What people do

    /// Offers a completed task of the author's.
    func offer(_ offer: ShareOffer) async throws(StoreFailure) -> OfferOutcome
    /// Decides on a share that waits, and tells its author.
    func review(_ review: ShareReview) async throws(StoreFailure) -> ReviewOutcome
    /// Has `user` like an approved share or not; the number of likes afterwards, or nil where there is no such share.
    func setLike(
        of share: ShareID, by user: UserID, to isLiked: Bool, at moment: Timestamp
    ) async throws(StoreFailure) -> Int?
    /// Moves the points, adds the purchase and tells the author, once for each buyer and share.
    func purchase(_ purchase: Purchase) async throws(StoreFailure) -> PurchaseOutcome
}

/// A task that its author offers.
package struct ShareOffer: Sendable, Hashable {
    package var id: ShareID
    package var task: TaskID
    package var author: UserID
    package var description: String
    package var price: Points
    package var at: Timestamp

    package init(id: ShareID, task: TaskID, author: UserID, description: String, price: Points, at: Timestamp) {
        self.id = id
        self.task = task
        self.author = author
        self.description = description
        self.price = price
        self.at = at
    }
}

/// What came of an offer.
package enum OfferOutcome: Sendable, Hashable {
    /// It waits for review.
    case offered
    /// There is no such task of that author.
    case taskUnknown
    /// The task has no data.
    case notCompleted
    /// The data was removed because of its age.
    case dataRemoved
    /// The task waits for review or is in the community already.
    case alreadyShared
}

/// An administrator's decision.
package struct ShareReview: Sendable {
    package var share: ShareID
    /// Approved, or rejected with a reason.
    package var decision: Decision
    package var by: UserID
    package var notice: ID<Notice>
    package var audit: AuditEvent
    package var at: Timestamp

    /// What was decided.
    package enum Decision: Sendable, Hashable {
        case approve
        case reject(reason: String)
    }

    package init(
        share: ShareID, decision: Decision, by administrator: UserID, notice: ID<Notice>, audit: AuditEvent,
        at: Timestamp
    ) {
        self.share = share
        self.decision = decision
        self.by = administrator
        self.notice = notice
        self.audit = audit
        self.at = at
    }
}

/// What came of a review.
package enum ReviewOutcome: Sendable, Hashable {
    /// It is decided: the share as it is now.
    case reviewed(Share)
    /// It had been decided before.
    case alreadyReviewed(ShareState)
    /// There is no such share.
    case unknown
}

/// Everything that buying a share changes.
package struct Purchase: Sendable {
    package var share: ShareID
    package var buyer: UserID
    /// What the buyer agreed to, and the share must cost.
    package var price: Points
    /// The payment; nil for a price of zero.
    package var payment: Transfer?
    package var notice: Notice
    package var at: Timestamp

    package init(
        share: ShareID, buyer: UserID, price: Points, payment: Transfer?, notice: Notice, at: Timestamp
    ) {
        self.share = share
        self.buyer = buyer
        self.price = price
        self.payment = payment
        self.notice = notice
        self.at = at
    }
}

/// What came of a purchase.
package enum PurchaseOutcome: Sendable, Hashable {
    /// It is the buyer's now.
    case bought
    /// It had been the buyer's.
    case alreadyBought
    /// The buyer cannot pay.
    case insufficient(balance: Points, needed: Points)
    /// The share costs something else.
    case priceChanged(Points)
    /// There is no such share in the community.
    case unknown
}
