extension Migration {
    static let accounts = Migration(1, "accounts, e-mail codes, sessions") { _ in
        """
        CREATE TABLE users (
            id TEXT PRIMARY KEY,
            email TEXT NOT NULL,
            -- The address in lower case: what makes it one person's.
            email_key TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            password_hash TEXT NOT NULL,
            role TEXT NOT NULL CONSTRAINT users_role_known CHECK (role IN ('user', 'admin')),
            language TEXT NOT NULL,
            invitation_code TEXT NOT NULL UNIQUE,
            invited_by TEXT REFERENCES users (id),
            disabled_at BIGINT,
            created_at BIGINT NOT NULL,
            CONSTRAINT users_invited_by_another CHECK (invited_by IS NULL OR invited_by <> id)
        );
        CREATE INDEX users_invited_by ON users (invited_by, id);

        -- One live code for an address and a purpose: a new one replaces the old one.
        CREATE TABLE email_codes (
            email_key TEXT NOT NULL,
            purpose TEXT NOT NULL CONSTRAINT email_codes_purpose_known CHECK (purpose IN ('register', 'reset')),
            id TEXT NOT NULL UNIQUE,
            email TEXT NOT NULL,
            code_hash TEXT NOT NULL,
            tries_left BIGINT NOT NULL CONSTRAINT email_codes_tries_left CHECK (tries_left >= 0),
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            PRIMARY KEY (email_key, purpose)
        );
        CREATE INDEX email_codes_expires_at ON email_codes (expires_at);

        CREATE TABLE sessions (
            id TEXT PRIMARY KEY,
            -- SHA-256 of the token; the token itself is with its client only.
            token_digest TEXT NOT NULL UNIQUE,
            user_id TEXT NOT NULL REFERENCES users (id),
            client_address TEXT NOT NULL,
            client_agent TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            last_seen_at BIGINT NOT NULL
        );
        CREATE INDEX sessions_user_id ON sessions (user_id);
        CREATE INDEX sessions_last_seen_at ON sessions (last_seen_at);
        """
    }
}
