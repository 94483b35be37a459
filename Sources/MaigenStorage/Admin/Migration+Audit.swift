extension Migration {
    static let audit = Migration(4, "audit log") { dialect in
        """
        CREATE TABLE audit_events (
            id TEXT PRIMARY KEY,
            created_at BIGINT NOT NULL,
            actor_id TEXT REFERENCES users (id),
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            client_address TEXT NOT NULL,
            client_agent TEXT NOT NULL,
            detail TEXT NOT NULL
        );
        \(appendOnly("audit_events", dialect))
        """
    }
}
