import MaigenDomain

/// Shows a share: the whole problem to everybody, the data to those who may have it.
package struct ReadShare: Sendable {
    private let tools: CommunityTools

    package init(_ tools: CommunityTools) {
        self.tools = tools
    }

    /// The share's page. One that is not approved exists for its author and administrators only: `share_unknown` to
    /// everybody else.
    package func callAsFunction(
        _ id: ShareID, for reader: SignedIn?
    ) async throws(ServiceError) -> SharedProblem {
        let found = try await store { () throws(StoreFailure) in
            try await tools.community.sharedProblem(id, for: reader?.account)
        }
        let shared = try parsed(found, or: ShareRefusal.shareUnknown)
        let isAdministrator = reader?.account.role == .administrator
        guard shared.share.state == .approved || shared.standing.isAuthor || isAdministrator else {
            throw .refused(ShareRefusal.shareUnknown)
        }
        return shared
    }

    /// The ZIP to be sent; `not_bought` where the person must pay first.
    package func file(of id: ShareID, by signedIn: SignedIn) async throws(ServiceError) -> DataFile {
        let found = try await store { () throws(StoreFailure) in
            try await tools.community.file(of: id, for: signedIn.account)
        }
        let (file, share, standing) = try parsed(found, or: ShareRefusal.shareUnknown)
        guard standing.mayDownload else { throw .refused(ShareRefusal.notBought(price: share.price)) }
        return try file.present()
    }
}
