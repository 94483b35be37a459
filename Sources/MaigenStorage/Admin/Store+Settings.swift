import Foundation
import MaigenDomain

extension Store: SettingsStore {
    package func settings() async throws(StoreFailure) -> PresentSettings {
        try await read { session in try SettingsRows(session).present() }
    }

    package func change(
        to settings: Settings, from version: SettingsVersion, by administrator: UserID, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool {
        try await write { session in
            let rows = SettingsRows(session)
            guard try rows.version() == version else { return .undo(false) }
            // The primary key decides between two who saw the same version at once.
            let added = try session.row(
                """
                INSERT INTO settings (version, previous, content, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (version) DO NOTHING RETURNING version
                """, .int(version + 1), version == 0 ? .null : .int(version), .text(try JSONText.encode(settings)),
                .id(administrator), .at(audit.at))
            guard added != nil else { return .undo(false) }
            try AuditLog(session).add(audit)
            return .keep(true)
        }
    }
}

/// The settings within a transaction.
struct SettingsRows {
    private let session: any SQLSession

    init(_ session: any SQLSession) {
        self.session = session
    }

    func version() throws(SQLError) -> SettingsVersion {
        try session.row("SELECT coalesce(max(version), 0) AS version FROM settings")?.int("version") ?? 0
    }

    func present() throws -> PresentSettings {
        let row = try session.row("SELECT * FROM settings ORDER BY version DESC LIMIT 1")
        guard let row else { return PresentSettings(version: 0, settings: Settings(), change: nil) }
        return PresentSettings(
            version: try row.int("version"), settings: try JSONText.decode(try row.text("content")),
            change: PresentSettings.Change(by: try row.id("changed_by"), at: try row.moment("changed_at")))
    }
}

/// Values that only the program reads, as JSON in a TEXT column.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
