extension Migration {
    static let notices = Migration(3, "notices") { _ in
        """
        CREATE TABLE notices (
            id TEXT PRIMARY KEY,
            user_id TEXT NOT NULL REFERENCES users (id),
            -- JSON; read by the program only.
            event TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            read_at BIGINT
        );
        CREATE INDEX notices_user_id ON notices (user_id, id);
        """
    }
}
