extension Migration {
    /// The community: one live share for each task, one purchase for each buyer and share, one like for each person and
    /// share, and counters that only move with what they count.
    static let community = Migration(7, "community") { dialect in
        """
        CREATE TABLE shares (
            id TEXT PRIMARY KEY,
            task_id TEXT NOT NULL REFERENCES tasks (id),
            author_id TEXT NOT NULL REFERENCES users (id),
            title TEXT NOT NULL,
            description TEXT NOT NULL,
            -- Title and description in lower case: what searches look at.
            search_key TEXT NOT NULL,
            price BIGINT NOT NULL CONSTRAINT shares_price CHECK (price BETWEEN 0 AND 1000),
            test_count BIGINT NOT NULL,
            state TEXT NOT NULL CONSTRAINT shares_state_known CHECK (state IN ('pending', 'approved', 'rejected')),
            rejection TEXT NOT NULL DEFAULT '',
            likes BIGINT NOT NULL DEFAULT 0 CONSTRAINT shares_likes CHECK (likes >= 0),
            purchases BIGINT NOT NULL DEFAULT 0 CONSTRAINT shares_purchases CHECK (purchases >= 0),
            created_at BIGINT NOT NULL,
            reviewed_by TEXT REFERENCES users (id),
            reviewed_at BIGINT,
            CONSTRAINT shares_reviewed CHECK
                ((state = 'pending') = (reviewed_at IS NULL) AND (reviewed_at IS NULL) = (reviewed_by IS NULL)),
            CONSTRAINT shares_rejection CHECK ((state = 'rejected') = (rejection <> '')),
            CONSTRAINT shares_open CHECK (state = 'approved' OR (likes = 0 AND purchases = 0))
        );
        CREATE UNIQUE INDEX shares_task_id_key ON shares (task_id) WHERE state <> 'rejected';
        CREATE INDEX shares_task_id ON shares (task_id, id);
        CREATE INDEX shares_author_id ON shares (author_id, id);
        CREATE INDEX shares_state ON shares (state, id);
        CREATE INDEX shares_by_time ON shares (state, reviewed_at, id);
        CREATE INDEX shares_by_likes ON shares (state, likes, id);
        \(refusal(
            "shares_decided_stay", before: "UPDATE", on: "shares",
            where: """
                (OLD.state <> 'pending' AND NEW.state <> OLD.state)
                    OR NEW.id <> OLD.id OR NEW.task_id <> OLD.task_id OR NEW.author_id <> OLD.author_id
                    OR NEW.price <> OLD.price
                """, "a share is decided on once, and keeps its price", dialect))

        CREATE TABLE share_likes (
            share_id TEXT NOT NULL REFERENCES shares (id),
            user_id TEXT NOT NULL REFERENCES users (id),
            created_at BIGINT NOT NULL,
            PRIMARY KEY (share_id, user_id)
        );

        CREATE TABLE share_purchases (
            share_id TEXT NOT NULL REFERENCES shares (id),
            user_id TEXT NOT NULL REFERENCES users (id),
            price BIGINT NOT NULL,
            -- The payment; NULL for what costs nothing.
            transfer_id TEXT UNIQUE REFERENCES points_transfers (id),
            created_at BIGINT NOT NULL,
            PRIMARY KEY (share_id, user_id),
            CONSTRAINT share_purchases_paid CHECK ((price = 0) = (transfer_id IS NULL))
        );
        \(appendOnly("share_purchases", dialect))
        """
    }
}
