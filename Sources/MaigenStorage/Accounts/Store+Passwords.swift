import MaigenDomain

extension Store {
    package func keep(_ code: StoredEmailCode) async throws(StoreFailure) {
        try await write { session in
            try session.change(
                """
                INSERT INTO email_codes (email_key, purpose, id, email, code_hash, tries_left, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (email_key, purpose) DO UPDATE SET
                    id = excluded.id, email = excluded.email, code_hash = excluded.code_hash,
                    tries_left = excluded.tries_left, created_at = excluded.created_at,
                    expires_at = excluded.expires_at
                """, .text(code.address.key), .text(code.purpose.rawValue), .id(code.id), .text(code.address.text),
                .text(code.hash.text), .int(Int64(EmailCode.tries)), .at(code.createdAt), .at(code.expiresAt))
            return .keep(())
        }
    }

    package func tryCode(
        of address: EmailAddress, for purpose: EmailCodePurpose, at moment: Timestamp
    ) async throws(StoreFailure) -> StoredEmailCode? {
        try await write { session in
            .keep(
                try session.row(
                    """
                    UPDATE email_codes SET tries_left = tries_left - 1
                    WHERE email_key = $1 AND purpose = $2 AND tries_left > 0 AND expires_at > $3
                    RETURNING id, email, purpose, code_hash, created_at
                    """, .text(address.key), .text(purpose.rawValue), .at(moment)
                ).map(AccountRows.code))
        }
    }

    package func resetPassword(
        of user: UserID, to hash: PasswordHash, using code: ID<StoredEmailCode>, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool {
        try await write { session in
            guard try useUp(code, session) else { return .undo(false) }
            try session.change("UPDATE users SET password_hash = $2 WHERE id = $1", .id(user), .text(hash.text))
            try session.change("DELETE FROM sessions WHERE user_id = $1", .id(user))
            try AuditLog(session).add(audit)
            return .keep(true)
        }
    }

    package func changePassword(
        of user: UserID, from old: PasswordHash, to new: PasswordHash, keeping kept: SessionID, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool {
        try await write { session in
            let changed = try session.change(
                "UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash = $2", .id(user),
                .text(old.text), .text(new.text))
            guard changed == 1 else { return .undo(false) }
            try session.change("DELETE FROM sessions WHERE user_id = $1 AND id <> $2", .id(user), .id(kept))
            try AuditLog(session).add(audit)
            return .keep(true)
        }
    }

    package func renewHash(
        of user: UserID, from old: PasswordHash, to new: PasswordHash
    ) async throws(StoreFailure) {
        try await write { session in
            try session.change(
                "UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash = $2", .id(user),
                .text(old.text), .text(new.text))
            return .keep(())
        }
    }
}
