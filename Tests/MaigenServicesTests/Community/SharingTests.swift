import MaigenDomain
import MaigenServices
import TestSupport
import Testing

@Suite("Sharing", .timeLimit(.minutes(1)))
struct SharingTests {
    @Test("A share waits for review, is approved, and its author is told", arguments: TestStore.allCases)
    func approval(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let reader = try await platform.member("wu").signedIn
            let task = try await platform.completedTask("最短路", by: author)
            let share = try await ShareTask(platform.community)(task, description: " 很强 ", price: 10, by: author)
            #expect(share.state == .pending && share.description == "很强" && share.price == 10)
            #expect(share.title == "最短路" && share.authorName.text == "li" && share.testCount == 3)
            let read = ReadShare(platform.community)
            for stranger in [reader, nil] {
                #expect(try await refusal { _ = try await read(share.id, for: stranger) } == "share_unknown")
            }
            #expect(try await read(share.id, for: author).standing.isAuthor)
            let list = ListShares(platform.community)
            #expect(try await list.all(in: .pending, PageRequest(), by: admin).items == [share])
            #expect(try await list(by: .time, matching: "", PageRequest(), for: nil).items.isEmpty)
            let approved = try await ReviewShare(platform.community).approve(
                share.id, by: admin, from: TestPlatform.home)
            #expect(approved.state == .approved && approved.reviewedAt == platform.clock.now)
            #expect(try await list.own(of: author, PageRequest()).items == [approved])
            #expect(try await list(by: .time, matching: "", PageRequest(), for: nil).items.map(\.share) == [approved])
            #expect(
                try await platform.news(of: author).contains(.shareApproved(share: share.id, title: "最短路")))
            let audit = try await platform.audit().filter { $0.action == .shareApproved }
            #expect(audit.map(\.subject) == [share.id.rawValue] && audit.first?.actor == admin.account.id)
            #expect(try await ReadTask(platform.tasks)(task, by: author).share == share.id)
        }
    }

    @Test("A rejection carries a reason, and the task can be offered again", arguments: TestStore.allCases)
    func rejection(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let task = try await platform.completedTask(by: author)
            let offer = ShareTask(platform.community)
            let review = ReviewShare(platform.community)
            let first = try await offer(task, description: "x", price: 1, by: author)
            #expect(
                try await refusal { _ = try await offer(task, description: "y", price: 1, by: author) }
                    == "already_shared")
            #expect(
                try await refusal {
                    _ = try await review.reject(first.id, reason: " ", by: admin, from: TestPlatform.home)
                } == "reason_malformed")
            let rejected = try await review.reject(first.id, reason: "样例太少", by: admin, from: TestPlatform.home)
            #expect(rejected.state == .rejected && rejected.rejection == "样例太少")
            #expect(
                try await platform.news(of: author).contains(
                    .shareRejected(share: first.id, title: "A+B", reason: "样例太少")))
            #expect(try await platform.audit().first { $0.action == .shareRejected }?.detail == "样例太少")
            platform.clock.advance(by: .seconds(1))
            let second = try await offer(task, description: "z", price: 1, by: author)
            #expect(
                try await ListShares(platform.community).own(of: author, PageRequest()).items.map(\.id) == [
                    second.id, first.id,
                ])
            #expect(try await ReadTask(platform.tasks)(task, by: author).share == second.id)
        }
    }

    @Test("Only an own completed task can be shared, for 0 to 1000 points", arguments: TestStore.allCases)
    func refusals(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let author = try await platform.member("li").signedIn
            let other = try await platform.member("wu").signedIn
            let task = try await platform.completedTask(by: author)
            let open = try await platform.submit("open", by: author)
            func offer(
                _ task: TaskID, _ description: String = "x", _ price: Int64 = 0, by signedIn: SignedIn
            ) async throws -> String? {
                try await refusal {
                    _ = try await ShareTask(platform.community)(
                        task, description: description, price: price, by: signedIn)
                }
            }
            #expect(try await offer(task, by: other) == "task_unknown")
            #expect(try await offer(open, by: author) == "task_not_completed")
            for price in [-1, 1001, .min, .max] as [Int64] {
                #expect(try await offer(task, "x", price, by: author) == "price_malformed")
            }
            for text in ["", " \n ", "a\0b", String(repeating: "长", count: 2001)] {
                #expect(try await offer(task, text, by: author) == "description_malformed")
            }
            #expect(try await offer(task, "x", 1000, by: author) == nil)
        }
    }

    @Test("Only administrators review, and only once, however many try", arguments: TestStore.allCases)
    func reviewing(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let task = try await platform.completedTask(by: author)
            let share = try await ShareTask(platform.community)(task, description: "x", price: 1, by: author)
            let review = ReviewShare(platform.community)
            let list = ListShares(platform.community)
            for way: () async throws -> Void in [
                { _ = try await review.approve(share.id, by: author, from: TestPlatform.home) },
                { _ = try await review.reject(share.id, reason: "x", by: author, from: TestPlatform.home) },
                { _ = try await list.all(in: .pending, PageRequest(), by: author) },
            ] {
                #expect(try await refusal(way) == "not_allowed")
            }
            let codes = try await platform.atOnce(16) { number in
                try await refusal {
                    _ =
                        number % 2 == 0
                        ? try await review.approve(share.id, by: admin, from: TestPlatform.home)
                        : try await review.reject(share.id, reason: "no", by: admin, from: TestPlatform.home)
                }
            }
            #expect(codes.filter { $0 == nil }.count == 1)
            #expect(codes.filter { $0 == "already_reviewed" }.count == 15)
            #expect(try await platform.news(of: author).count == 2, "completed, and one decision")
            let audited = try await platform.audit().filter { $0.subject == share.id.rawValue }
            #expect(audited.count == 1)
            #expect(
                try await refusal {
                    _ = try await review.approve(ShareID(rawValue: "ghost"), by: admin, from: TestPlatform.home)
                } == "share_unknown")
        }
    }

    @Test("One of many offers of a task is taken", arguments: TestStore.allCases)
    func offers(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let author = try await platform.member("li").signedIn
            let task = try await platform.completedTask(by: author)
            let codes = try await platform.atOnce(32) { _ in
                try await refusal {
                    _ = try await ShareTask(platform.community)(task, description: "x", price: 1, by: author)
                }
            }
            #expect(codes.filter { $0 == nil }.count == 1)
            #expect(codes.filter { $0 == "already_shared" }.count == 31)
        }
    }

    @Test("A share's page holds the whole problem and says what the reader may", arguments: TestStore.allCases)
    func page(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let author = try await platform.member("li").signedIn
            let buyer = try await platform.member("wu").signedIn
            let share = try await platform.approvedShare(price: 3, by: author, approvedBy: admin)
            let read = ReadShare(platform.community)
            let seen = try await read(share.id, for: nil)
            #expect(seen.problem == TestPlatform.snapshot().problem && seen.standing == .visitor)
            #expect(try await read(share.id, for: buyer).standing.mayDownload == false)
            #expect(try await refusal { _ = try await read.file(of: share.id, by: buyer) } == "not_bought")
            // Nor through the task.
            #expect(
                try await refusal { _ = try await ReadTask(platform.tasks).file(of: share.task, by: buyer) }
                    == "task_unknown")
            _ = try await PurchaseShare(platform.community)(share.id, price: 3, by: buyer)
            let after = try await read(share.id, for: buyer).standing
            #expect(after == ShareStanding(isAuthor: false, isLiked: false, isBought: true, mayDownload: true))
            for reader in [buyer, author, admin] {
                let file = try await read.file(of: share.id, by: reader)
                #expect(file.name == "file-\(share.task)" && file.task == share.task && file.title == "A+B")
            }
        }
    }
}
