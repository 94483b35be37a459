import MaigenDomain

/// Offers a completed task to the community; an administrator reviews it first.
package struct ShareTask: Sendable {
    private let tools: CommunityTools

    package init(_ tools: CommunityTools) {
        self.tools = tools
    }

    /// The new share, awaiting review. Refuses with `already_shared` while an earlier one of the task awaits review or
    /// is in the community, with `task_unknown` where the task is not the person's own.
    package func callAsFunction(
        _ task: TaskID, description: String, price: Int64, by signedIn: SignedIn
    ) async throws(ServiceError) -> Share {
        let description = try parsed(
            String(words: description, length: 1...ShareRules.descriptionLength),
            or: ShareRefusal.descriptionMalformed)
        let price = try parsed(Self.price(price), or: ShareRefusal.priceMalformed)
        let offer = ShareOffer(
            id: tools.surroundings.newID(), task: task, author: signedIn.account.id, description: description,
            price: price, at: tools.surroundings.now)
        switch try await store({ () throws(StoreFailure) in try await tools.community.offer(offer) }) {
        case .offered: break
        case .taskUnknown: throw .refused(TaskRefusal.taskUnknown)
        case .notCompleted: throw .refused(TaskRefusal.taskNotCompleted)
        case .dataRemoved: throw .refused(TaskRefusal.dataRemoved)
        case .alreadyShared: throw .refused(ShareRefusal.alreadyShared)
        }
        let share = try await store { () throws(StoreFailure) in try await tools.community.share(offer.id) }
        guard let share else { throw .failed(StoreFailure(.broken, "share \(offer.id) is not there")) }
        return share
    }

    private static func price(_ number: Int64) -> Points? {
        guard Points.range.contains(number), PointsRules.prices.contains(Points(number)) else { return nil }
        return Points(number)
    }
}
