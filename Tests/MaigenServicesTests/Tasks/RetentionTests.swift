import MaigenDomain
import MaigenServices
import Synchronization
import TestSupport
import Testing

@Suite("Removing old files", .timeLimit(.minutes(1)))
struct RetentionTests {
    /// Files, of which some cannot be removed.
    private final class Files: Sendable {
        let removed = Mutex<[String]>([])
        let stuck = Mutex<Set<String>>([])

        func remove(_ name: String) throws(StoreFailure) {
            guard !stuck.withLock({ $0.contains(name) }) else { throw StoreFailure(.unavailable, name) }
            removed.withLock { $0.append(name) }
        }
    }

    @Test(
        "Files go when they are old and not shared; what is shared, young or unlimited stays",
        arguments: TestStore.allCases)
    func removal(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let admin = try await platform.administrator()
            let member = try await platform.member("li").signedIn
            let files = Files()
            let remove = RemoveOldFiles(platform.tasks) { name throws(StoreFailure) in try files.remove(name) }
            let old = try await platform.completedTask("old", by: member)
            let shared = try await platform.approvedShare("shared", price: 0, by: member, approvedBy: admin)
            platform.clock.advance(by: .seconds(40 * 86_400))
            let young = try await platform.completedTask("young", by: member)
            #expect(try await remove().count == 0, "kept for ever by default")
            var settings = Settings()
            settings.retention.dataDays = 30
            try await platform.changeSettings(to: settings, by: admin)
            files.stuck.withLock { $0 = ["file-\(old)"] }
            #expect(try await remove().failures.count == 1)
            // From the moment it was decided nobody gets it, and it comes again until it is gone.
            let read = ReadTask(platform.tasks)
            #expect(try await refusal { _ = try await read.file(of: old, by: member) } == "data_removed")
            #expect(
                try await refusal {
                    _ = try await ShareTask(platform.community)(old, description: "x", price: 0, by: member)
                } == "data_removed")
            files.stuck.withLock { $0 = [] }
            #expect(try await remove().count == 1)
            #expect(try await remove().count == 0)
            #expect(files.removed.withLock { $0 } == ["file-\(old)"])
            _ = try await read.file(of: young, by: member)
            _ = try await read.file(of: shared.task, by: member)
            #expect(try await read.tests(of: old, by: member).previews.count == 1, "the tests stay readable")
        }
    }

    @Test("Files that no task refers to are found", arguments: TestStore.allCases)
    func orphans(_ kind: TestStore) async throws {
        try await TestPlatform.run(on: kind) { platform async throws in
            let member = try await platform.member("li").signedIn
            let task = try await platform.completedTask(by: member)
            let files = Files()
            let remove = RemoveOldFiles(platform.tasks) { name throws(StoreFailure) in try files.remove(name) }
            #expect(try await remove.orphans(among: ["lost", "file-\(task)"]).count == 1)
            #expect(files.removed.withLock { $0 } == ["lost"])
        }
    }
}
