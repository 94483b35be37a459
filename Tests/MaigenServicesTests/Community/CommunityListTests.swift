import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("The community's list", .timeLimit(.minutes(1)))
struct CommunityListTests {
    @Test(
        "By time or by likes, newest and most liked first, with what the reader has to do with each",
        arguments: TestStore.allCases)
    func orders(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let reader = try await platform.member("wu").signedIn
            var shares: [Share] = []
            for title in ["a", "b", "c"] {
                shares.append(try await platform.approvedShare(title, price: 0, by: author, approvedBy: admin))
                platform.clock.advance(by: .seconds(1))
            }
            let like = LikeShare(platform.community)
            #expect(try await like(shares[0].id, isLiked: true, by: reader) == 1)
            #expect(try await like(shares[0].id, isLiked: true, by: author) == 2)
            #expect(try await like(shares[1].id, isLiked: true, by: reader) == 1)
            let list = ListShares(platform.community)
            let byTime = try await list(by: .time, matching: "", PageRequest(), for: reader).items
            #expect(byTime.map(\.share.title) == ["c", "b", "a"])
            #expect(byTime.map(\.standing.isLiked) == [false, true, true])
            let byLikes = try await list(by: .likes, matching: "", PageRequest(), for: nil).items
            #expect(byLikes.map(\.share.title) == ["a", "b", "c"])
            #expect(byLikes.map(\.share.likes) == [2, 1, 0])
            #expect(byLikes.allSatisfy { $0.standing == .visitor })
        }
    }

    @Test(
        "Pages neither repeat nor hide shares that keep their place while others arrive", arguments: TestStore.allCases,
        ShareOrder.allCases
    )
    func pages(_ kind: TestStore, _ order: ShareOrder) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let reader = try await platform.member("wu").signedIn
            try await platform.grant(100, to: author.account)
            // Several of the same moment and with equally many likes: only the name tells them apart.
            for number in 0..<7 {
                let share = try await platform.approvedShare("\(number)", price: 0, by: author, approvedBy: admin)
                if number % 2 == 0 { _ = try await LikeShare(platform.community)(share.id, isLiked: true, by: reader) }
            }
            let list = ListShares(platform.community)
            let whole = try await list(by: order, matching: "", PageRequest(), for: nil).items.map(\.share.id)
            platform.clock.advance(by: .seconds(1))
            var seen: [ShareID] = []
            var cursor: Cursor?
            for _ in 0..<4 {
                let page = try await list(by: order, matching: "", PageRequest(after: cursor, limit: 2), for: nil)
                seen += page.items.map(\.share.id)
                cursor = page.nextCursor
                // As a client hands it back.
                if let sent = cursor { #expect(Cursor(sent.position) == sent) }
                let new = try await platform.approvedShare("new", price: 0, by: author, approvedBy: admin)
                _ = try await LikeShare(platform.community)(new.id, isLiked: true, by: reader)
                _ = try await LikeShare(platform.community)(new.id, isLiked: true, by: author)
            }
            #expect(seen == whole && cursor == nil)
        }
    }

    @Test(
        "Search looks into titles, descriptions and authors' names, literally and in any case",
        arguments: TestStore.allCases)
    func search(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let (li, wu) = (try await platform.member("LiWei").signedIn, try await platform.member("wu").signedIn)
            _ = try await platform.approvedShare("Max_Flow", price: 0, by: li, approvedBy: admin)
            platform.clock.advance(by: .seconds(1))
            _ = try await platform.approvedShare("最大流 100%", price: 0, by: wu, approvedBy: admin)
            func titles(_ text: String) async throws -> [String] {
                try await ListShares(platform.community)(by: .time, matching: text, PageRequest(), for: nil).items
                    .map(\.share.title)
            }
            #expect(try await titles("max_f") == ["Max_Flow"])
            #expect(try await titles("ABOUT max") == ["Max_Flow"])
            #expect(try await titles("liwei") == ["Max_Flow"])
            #expect(try await titles("大流") == ["最大流 100%"])
            #expect(try await titles("0%") == ["最大流 100%"])
            #expect(try await titles("axXflow") == [])
            #expect(try await titles("\\") == [])
            #expect(try await titles("about") == ["最大流 100%", "Max_Flow"])
        }
    }

    @Test("A cursor that is not one of ours finds the first page, not an error", arguments: TestStore.allCases)
    func foreignCursor(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            _ = try await platform.approvedShare(price: 0, by: author, approvedBy: admin)
            for text in ["x", "9.", "..", "99999999999999999999.a"] {
                let page = PageRequest(after: Cursor(text))
                _ = try await ListShares(platform.community)(by: .likes, matching: "", page, for: nil)
                _ = try await ListShares(platform.community).own(of: author, page)
                _ = try await ListTasks(platform.tasks)(of: author, TaskFilter(), page)
            }
        }
    }

    @Test("64 clients who like and unlike leave a count that is right", arguments: TestStore.allCases)
    func likes(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let share = try await platform.approvedShare(price: 0, by: author, approvedBy: admin)
            var readers: [SignedIn] = []
            for number in 0..<8 { readers.append(try await platform.member("reader\(number)").signedIn) }
            let everybody = readers
            _ = try await platform.atOnce(64) { client in
                for step in 0..<8 {
                    _ = try await LikeShare(platform.community)(
                        share.id, isLiked: (client + step) % 3 != 0, by: everybody[client % 8])
                }
            }
            var liked = 0
            for reader in readers where try await ReadShare(platform.community)(share.id, for: reader).standing.isLiked
            {
                liked += 1
            }
            #expect(try await ReadShare(platform.community)(share.id, for: nil).share.likes == liked)
            for reader in readers { _ = try await LikeShare(platform.community)(share.id, isLiked: false, by: reader) }
            #expect(try await ReadShare(platform.community)(share.id, for: nil).share.likes == 0)
            let ghost = ShareID(rawValue: "ghost")
            #expect(
                try await refusal { _ = try await LikeShare(platform.community)(ghost, isLiked: true, by: author) }
                    == "share_unknown")
        }
    }
}
