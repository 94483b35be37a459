import MaigenDomain

/// Lets an administrator decide on a share that awaits review; its author is told.
package struct ReviewShare: Sendable {
    private let tools: CommunityTools

    package init(_ tools: CommunityTools) {
        self.tools = tools
    }

    /// From now on everybody sees it. Refuses with `already_reviewed`.
    package func approve(
        _ share: ShareID, by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) -> Share {
        try await decide(share, .approve, .shareApproved, by: signedIn, from: client)
    }

    /// Its author reads the reason, and may offer the task again.
    package func reject(
        _ share: ShareID, reason: String, by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) -> Share {
        try signedIn.mustBeAdministrator()
        let reason = try parsed(
            String(words: reason, length: 1...ShareRules.reasonLength), or: ShareRefusal.reasonMalformed)
        return try await decide(
            share, .reject(reason: reason), .shareRejected, detail: reason, by: signedIn, from: client)
    }

    private func decide(
        _ share: ShareID, _ decision: ShareReview.Decision, _ action: AuditAction, detail: String = "",
        by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) -> Share {
        try signedIn.mustBeAdministrator()
        let administrator = signedIn.account.id
        let review = ShareReview(
            share: share, decision: decision, by: administrator, notice: tools.surroundings.newID(),
            audit: tools.surroundings.audit(
                action, by: administrator, of: share.rawValue, from: client, detail: detail),
            at: tools.surroundings.now)
        switch try await store({ () throws(StoreFailure) in try await tools.community.review(review) }) {
        case .reviewed(let share): return share
        case .alreadyReviewed(let state): throw .refused(ShareRefusal.alreadyReviewed(state))
        case .unknown: throw .refused(ShareRefusal.shareUnknown)
        }
    }
}
