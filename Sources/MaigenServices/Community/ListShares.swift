import MaigenDomain

/// Lists shares: the community's, a person's own, and those that administrators look after.
package struct ListShares: Sendable {
    private let tools: CommunityTools

    package init(_ tools: CommunityTools) {
        self.tools = tools
    }

    /// The community, for anybody. Only the first 100 characters of `text` count.
    package func callAsFunction(
        by order: ShareOrder, matching text: String, _ page: PageRequest, for reader: SignedIn?
    ) async throws(ServiceError) -> Page<ListedShare> {
        try await store { () throws(StoreFailure) in
            try await tools.community.shares(
                by: order, matching: .searched(text), page, for: reader?.account)
        }
    }

    /// The person's own, whatever their state, newest first.
    package func own(of signedIn: SignedIn, _ page: PageRequest) async throws(ServiceError) -> Page<Share> {
        try await store { () throws(StoreFailure) in
            try await tools.community.shares(of: signedIn.account.id, page)
        }
    }

    /// For administrators: those in `state`, oldest first where they await review.
    package func all(
        in state: ShareState, _ page: PageRequest, by signedIn: SignedIn
    ) async throws(ServiceError) -> Page<Share> {
        try signedIn.mustBeAdministrator()
        return try await store { () throws(StoreFailure) in try await tools.community.shares(in: state, page) }
    }
}
