extension Migration {
    /// Every version of the settings, for good; the last one is in force. Two administrators who change the same one
    /// meet at the primary key.
    static let settings = Migration(5, "settings") { dialect in
        """
        CREATE TABLE settings (
            version BIGINT PRIMARY KEY,
            -- Names the predecessor, so that there is no gap; NULL for the first change.
            previous BIGINT REFERENCES settings (version),
            -- JSON of Settings; read by the program only.
            content TEXT NOT NULL,
            changed_by TEXT NOT NULL REFERENCES users (id),
            changed_at BIGINT NOT NULL,
            CONSTRAINT settings_gapless CHECK
                ((version = 1 AND previous IS NULL)
                    OR (version > 1 AND previous IS NOT NULL AND previous = version - 1))
        );
        \(appendOnly("settings", dialect))
        """
    }

    /// What statistics look up by time.
    static let statistics = Migration(8, "indexes for statistics") { _ in
        """
        CREATE INDEX users_created_at ON users (created_at);
        CREATE INDEX points_transfers_created_at ON points_transfers (created_at);
        """
    }
}
