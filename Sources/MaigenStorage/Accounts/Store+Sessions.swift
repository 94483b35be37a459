import MaigenDomain

extension Store {
    package func openSession(
        _ opened: Session, token: TokenDigest, provedBy hash: PasswordHash, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool {
        try await write { session in
            // Between comparing the password and this moment an administrator may have disabled the account, or its
            // owner changed the password because somebody else knew it.
            let added = try session.change(
                """
                INSERT INTO sessions (id, token_digest, user_id, client_address, client_agent, created_at, last_seen_at)
                SELECT $1, $2, id, $4, $5, $6, $7 FROM users
                WHERE id = $3 AND disabled_at IS NULL AND password_hash = $8
                """, .id(opened.id), .text(token.hex), .id(opened.user), .text(opened.client.address),
                .text(opened.client.agent), .at(opened.createdAt), .at(opened.lastSeenAt), .text(hash.text))
            guard added == 1 else { return .undo(false) }
            try AuditLog(session).add(audit)
            return .keep(true)
        }
    }

    package func useSession(
        _ token: TokenDigest, lifetime: SessionLifetime, at moment: Timestamp
    ) async throws(StoreFailure) -> SignedIn? {
        let (idle, absolute) = (moment - lifetime.idle, moment - lifetime.absolute)
        let found = try await read { session -> (SignedIn, Timestamp)? in
            let row = try session.row(
                """
                SELECT u.*, s.id AS session_id, s.last_seen_at FROM sessions s JOIN users u ON u.id = s.user_id
                WHERE s.token_digest = $1 AND s.last_seen_at > $2 AND s.created_at > $3 AND u.disabled_at IS NULL
                """, .text(token.hex), .at(idle), .at(absolute))
            guard let row else { return nil }
            let signedIn = SignedIn(account: try AccountRows.account(row), session: try row.id("session_id"))
            return (signedIn, try row.moment("last_seen_at"))
        }
        guard let (signedIn, lastSeen) = found else { return nil }
        if moment - lastSeen >= SessionLifetime.precision {
            try await write { session in
                try session.change(
                    "UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2",
                    .id(signedIn.session), .at(moment))
                return .keep(())
            }
        }
        return signedIn
    }

    package func sessions(
        of user: UserID, lifetime: SessionLifetime, at moment: Timestamp
    ) async throws(StoreFailure) -> [Session] {
        let (idle, absolute) = (moment - lifetime.idle, moment - lifetime.absolute)
        return try await read { session in
            try session.rows(
                """
                SELECT * FROM sessions WHERE user_id = $1 AND last_seen_at > $2 AND created_at > $3
                ORDER BY last_seen_at DESC, id DESC LIMIT 1000
                """, .id(user), .at(idle), .at(absolute)
            ).map(AccountRows.session)
        }
    }

    package func endSession(
        _ id: SessionID, of user: UserID, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool {
        try await write { session in
            let ended = try session.change("DELETE FROM sessions WHERE id = $1 AND user_id = $2", .id(id), .id(user))
            guard ended == 1 else { return .undo(false) }
            try AuditLog(session).add(audit)
            return .keep(true)
        }
    }

    package func removeExpired(
        lifetime: SessionLifetime, at moment: Timestamp
    ) async throws(StoreFailure) -> Int {
        let (idle, absolute) = (moment - lifetime.idle, moment - lifetime.absolute)
        return try await write { session in
            let codes = try session.change("DELETE FROM email_codes WHERE expires_at <= $1", .at(moment))
            let sessions = try session.change(
                "DELETE FROM sessions WHERE last_seen_at <= $1 OR created_at <= $2", .at(idle), .at(absolute))
            return .keep(codes + sessions)
        }
    }
}
