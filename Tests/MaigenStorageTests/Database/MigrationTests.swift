import MaigenDomain
import TestSupport
import Testing

@testable import MaigenStorage

@Suite("Migrations", .timeLimit(.minutes(1)))
struct MigrationTests {
    @Test("Each runs once, also when several processes start at the same time", arguments: TestStore.allCases)
    func once(_ kind: TestStore) async throws {
        try await kind.withDatabase { database async throws in
            let ran = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for _ in 0..<8 { group.addTask { try await Migrator().migrate(database) } }
                return try await group.reduce([], +)
            }
            #expect(ran.sorted() == Migration.all.map(\.number))
            #expect(try await Migrator().migrate(database).isEmpty)
        }
    }

    @Test("One that fails leaves nothing of itself and stops the rest", arguments: TestStore.allCases)
    func failing(_ kind: TestStore) async throws {
        try await kind.withDatabase { database async throws in
            let good = Migration(1, "good") { _ in "CREATE TABLE a (x BIGINT)" }
            let bad = Migration(2, "bad") { _ in "CREATE TABLE b (x BIGINT); CREATE TABLE a (x BIGINT)" }
            await #expect(throws: MigrationError.self) { try await Migrator([good, bad]).migrate(database) }
            let mended = Migration(2, "mended") { _ in "CREATE TABLE b (x BIGINT)" }
            #expect(try await Migrator([good, mended]).migrate(database) == [2])
        }
    }

    @Test("An edited one and a newer database stop the start", arguments: TestStore.allCases)
    func mismatch(_ kind: TestStore) async throws {
        try await kind.withDatabase { database async throws in
            let one = Migration(1, "one") { _ in "CREATE TABLE a (x BIGINT)" }
            let two = Migration(2, "two") { _ in "CREATE TABLE b (x BIGINT)" }
            try await Migrator([one, two]).migrate(database)
            await #expect(throws: MigrationError.newerDatabase(2)) { try await Migrator([one]).migrate(database) }
            let edited = Migration(1, "one") { _ in "CREATE TABLE a (y BIGINT)" }
            await #expect(throws: MigrationError.edited(1, "one")) {
                try await Migrator([edited, two]).migrate(database)
            }
        }
    }

    /// A migration that has left the repository is never edited: databases exist that ran it, and they refuse to start
    /// with another text. Where this fails, undo the edit and add a migration.
    @Test("The texts are those that databases ran")
    func fingerprints() {
        let known = [
            ["af87d5cd67c185f9", "af87d5cd67c185f9"], ["849d415a11f67a75", "7ea4b3eb96beebbb"],
            ["fbea55805b0dc4e4", "fbea55805b0dc4e4"], ["cb2b6829c22932cf", "62caebb89a72e519"],
            ["114f94e164f44834", "7af06df12ad3edf2"], ["67cd14f84196e9dd", "787b7013e9f0a8bd"],
            ["f8d4ca0fb0041973", "5ef9d565a28a8e0b"], ["3834245fc63cf43d", "3834245fc63cf43d"],
            ["f754e0545b18af52", "f754e0545b18af52"],
        ]
        #expect(Migration.all.map { [$0.fingerprint(.sqlite), $0.fingerprint(.postgres)] } == known)
    }
}
