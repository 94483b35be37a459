import MaigenDomain

/// Lets a person like a share, or no longer.
package struct LikeShare: Sendable {
    private let tools: CommunityTools

    package init(_ tools: CommunityTools) {
        self.tools = tools
    }

    /// How many like it afterwards. Liking twice is as good as once.
    package func callAsFunction(
        _ share: ShareID, isLiked: Bool, by signedIn: SignedIn
    ) async throws(ServiceError) -> Int {
        let now = tools.surroundings.now
        let likes = try await store { () throws(StoreFailure) in
            try await tools.community.setLike(of: share, by: signedIn.account.id, to: isLiked, at: now)
        }
        return try parsed(likes, or: ShareRefusal.shareUnknown)
    }
}
