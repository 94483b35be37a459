import Foundation
import MaigenDomain
import MaigenStorage

/// Every kind of database that the platform runs on: one suite of tests goes over all of them.
package enum TestStore: String, Sendable, CaseIterable {
    case sqlite
    case postgres

    /// How many transactions that read are in work at once.
    package var readers: Int {
        switch self {
        case .sqlite: 2
        case .postgres: 4
        }
    }

    /// What sets a platform up on a new, empty database of this kind; nothing for the one it would take anyway.
    package func environment() async throws -> [String: String] {
        switch self {
        case .sqlite: [:]
        case .postgres: ["MAIGEN_DATABASE_URL": try await PostgresServer.shared.newDatabase()]
        }
    }

    /// Runs `body` on a new, empty database of this kind.
    package func withDatabase<Value: Sendable>(
        limits: DatabaseLimits = DatabaseLimits(), _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .sqlite:
            try await withTemporaryFolder { folder in
                try await Self.use(
                    try SQLiteDatabase(path: folder.appendingPathComponent("test.db").path, limits: limits), body)
            }
        case .postgres:
            try await Self.use(
                try PostgresDatabase(
                    try await PostgresServer.shared.newDatabase(), connections: readers, limits: limits), body)
        }
    }

    private static func use<Value: Sendable>(
        _ database: any Database, _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }

    /// Runs `body` on a new database with the platform's tables.
    package func withStore<Value: Sendable>(_ body: (Store, any Database) async throws -> Value) async throws -> Value {
        try await withDatabase { database in
            try await Migrator().migrate(database)
            return try await body(Store(database), database)
        }
    }
}

/// Runs `body` with a new folder, removed afterwards.
package func withTemporaryFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("maigen-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // A folder that cannot be removed is litter, not a failure of what was tested.
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
