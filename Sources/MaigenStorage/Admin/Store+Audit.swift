import MaigenDomain

extension Store: AuditStore {
    package func record(_ event: AuditEvent) async throws(StoreFailure) {
        try await write { session in
            try AuditLog(session).add(event)
            return .keep(())
        }
    }

    package func auditEvents(_ page: PageRequest) async throws(StoreFailure) -> Page<AuditEvent> {
        let found = try await read { session in
            try session.rows(
                """
                SELECT * FROM audit_events WHERE CAST($1 AS TEXT) IS NULL OR id < $1
                ORDER BY id DESC LIMIT $2
                """, .optional(page.cursor?.position), .int(Int64(page.limit + 1))
            ).map(AuditLog.event)
        }
        return Page(found, request: page) { $0.id.rawValue }
    }
}

/// The audit log within a transaction, so that an event is there exactly if what it tells of happened.
struct AuditLog {
    private let session: any SQLSession

    init(_ session: any SQLSession) {
        self.session = session
    }

    func add(_ event: AuditEvent) throws(SQLError) {
        try session.change(
            """
            INSERT INTO audit_events (id, created_at, actor_id, action, subject, client_address, client_agent, detail)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, .id(event.id), .at(event.at), .optional(event.actor?.rawValue), .text(event.action.rawValue),
            .text(event.subject), .text(event.client.address), .text(event.client.agent), .text(event.detail))
    }

    static func event(_ row: SQLRow) throws(SQLError) -> AuditEvent {
        AuditEvent(
            id: try row.id("id"), at: try row.moment("created_at"),
            actor: try row.isNull("actor_id") ? nil : try row.id("actor_id"),
            action: try row.parsed("action", AuditAction.init(rawValue:)), subject: try row.text("subject"),
            client: Client(address: try row.text("client_address"), agent: try row.text("client_agent")),
            detail: try row.text("detail"))
    }
}
