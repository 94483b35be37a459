import MaigenDomain

/// Brings a database's tables up to date.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// `migrations` are numbered 1, 2, 3, ….
    package init(_ migrations: [Migration] = Migration.all) {
        precondition(migrations.map(\.number) == Array(1..<Int64(migrations.count + 1)))
        self.migrations = migrations
    }

    /// Runs, each in a transaction of its own, the migrations that have not run here; says which. Several processes
    /// may do so at once: each migration runs in one of them.
    @discardableResult
    package func migrate(
        _ database: any Database, clock: WallClock = .system
    ) async throws(MigrationError) -> [Int64] {
        var ran: [Int64] = []
        do {
            try await database.transaction { session in
                try session.script(session.dialect.migrationLock)
                try session.script(
                    """
                    CREATE TABLE IF NOT EXISTS schema_migrations (
                        number BIGINT PRIMARY KEY,
                        name TEXT NOT NULL,
                        fingerprint TEXT NOT NULL,
                        applied_at BIGINT NOT NULL
                    )
                    """)
            }
            let newest = try await database.read { session in
                try session.row("SELECT coalesce(max(number), 0) AS number FROM schema_migrations")?.int("number") ?? 0
            }
            guard newest <= migrations.count else { throw MigrationError.newerDatabase(newest) }
            for migration in migrations {
                let now = clock.now()
                if try await database.transaction({ try Self.run(migration, $0, at: now) }) {
                    ran.append(migration.number)
                }
            }
        } catch let error as MigrationError {
            throw error
        } catch let error as SQLError {
            throw .failed(error)
        } catch {
            throw .failed(SQLError(.misuse, "\(error)"))
        }
        return ran
    }

    private static func run(_ migration: Migration, _ session: any SQLSession, at moment: Timestamp) throws -> Bool {
        try session.script(session.dialect.migrationLock)
        let fingerprint = migration.fingerprint(session.dialect)
        let known = try session.row(
            "SELECT fingerprint FROM schema_migrations WHERE number = $1", .int(migration.number))
        if let known {
            guard try known.text("fingerprint") == fingerprint else {
                throw MigrationError.edited(migration.number, migration.name)
            }
            return false
        }
        try session.script(migration.sql(session.dialect))
        try session.change(
            "INSERT INTO schema_migrations (number, name, fingerprint, applied_at) VALUES ($1, $2, $3, $4)",
            .int(migration.number), .text(migration.name), .text(fingerprint), .at(moment))
        return true
    }
}
