import MaigenDomain

/// What the actions of the community have in common.
package struct CommunityTools: Sendable {
    let community: any CommunityStore
    let surroundings: Surroundings

    package init(community: any CommunityStore, surroundings: Surroundings) {
        self.community = community
        self.surroundings = surroundings
    }

    /// Who asks a question that visitors may ask too.
    typealias Reader = SignedIn?
}
