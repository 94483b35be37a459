extension Migration {
    /// Tasks, and what their rules rest on: the states are those of `TaskState`, a task that has ended never changes
    /// again, its log has no gaps, and each try is dispatched once.
    static let tasks = Migration(6, "tasks") { dialect in
        """
        CREATE TABLE tasks (
            id TEXT PRIMARY KEY,
            user_id TEXT NOT NULL REFERENCES users (id),
            -- The owner's own word for the request, and SHA-256 of what it asked for.
            request_key TEXT NOT NULL UNIQUE,
            request_digest TEXT NOT NULL,
            title TEXT NOT NULL,
            -- The title in lower case: what searches look at.
            title_key TEXT NOT NULL,
            test_count BIGINT NOT NULL CONSTRAINT tasks_test_count CHECK (test_count BETWEEN 1 AND 20),
            price BIGINT NOT NULL CONSTRAINT tasks_price CHECK (price >= 0),
            state TEXT NOT NULL CONSTRAINT tasks_state_known CHECK (state IN
                ('pending', 'analyzing', 'generating', 'validating', 'completed', 'failed', 'cancelled')),
            attempt BIGINT NOT NULL CONSTRAINT tasks_attempt CHECK (attempt BETWEEN 1 AND 3),
            percent BIGINT NOT NULL CONSTRAINT tasks_percent CHECK (percent BETWEEN 0 AND 100),
            last_event BIGINT NOT NULL DEFAULT 0,
            detail_bytes BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            -- When the present state began, and when something was last heard.
            state_since BIGINT NOT NULL,
            heard_at BIGINT NOT NULL,
            finished_at BIGINT,
            specification TEXT,
            -- JSON of a TaskFault; read by the program only.
            fault TEXT,
            CONSTRAINT tasks_finished CHECK
                ((finished_at IS NULL) = (state IN ('pending', 'analyzing', 'generating', 'validating'))),
            CONSTRAINT tasks_completed CHECK (state <> 'completed' OR percent = 100),
            CONSTRAINT tasks_fault CHECK ((fault IS NOT NULL) = (state = 'failed'))
        );
        CREATE INDEX tasks_user_id ON tasks (user_id, id);
        CREATE INDEX tasks_user_in_work ON tasks (user_id) WHERE finished_at IS NULL;
        CREATE INDEX tasks_state ON tasks (state);
        CREATE INDEX tasks_created_at ON tasks (created_at);
        CREATE INDEX tasks_finished_at ON tasks (finished_at, state) WHERE finished_at IS NOT NULL;
        CREATE INDEX tasks_heard_at ON tasks (heard_at) WHERE finished_at IS NULL;
        \(refusal(
            "tasks_ended_stay", before: "UPDATE", on: "tasks", where: "OLD.finished_at IS NOT NULL",
            "a task that has ended does not change", dialect))
        \(refusal(
            "tasks_attempts_rise", before: "UPDATE", on: "tasks",
            where: """
                NEW.attempt NOT IN (OLD.attempt, OLD.attempt + 1)
                    OR (NEW.attempt = OLD.attempt AND (NEW.percent < OLD.percent
                        OR (NEW.state = 'pending' AND OLD.state <> 'pending')))
                    OR (NEW.attempt > OLD.attempt AND NEW.state <> 'pending')
                    OR NEW.id <> OLD.id OR NEW.user_id <> OLD.user_id OR NEW.price <> OLD.price
                """, "a task goes on within its try or begins the next", dialect))

        -- What a task is made from: JSON of a TaskSnapshot, written once.
        CREATE TABLE task_snapshots (
            task_id TEXT PRIMARY KEY REFERENCES tasks (id),
            content TEXT NOT NULL
        );
        \(appendOnly("task_snapshots", dialect))

        CREATE TABLE task_events (
            task_id TEXT NOT NULL REFERENCES tasks (id),
            sequence BIGINT NOT NULL,
            -- Names the predecessor, so that there is no gap.
            previous BIGINT,
            attempt BIGINT NOT NULL,
            state TEXT NOT NULL,
            percent BIGINT NOT NULL,
            agent TEXT,
            message_zh TEXT NOT NULL,
            message_en TEXT NOT NULL,
            detail TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (task_id, sequence),
            CONSTRAINT task_events_gapless CHECK
                ((sequence = 1 AND previous IS NULL)
                    OR (sequence > 1 AND previous IS NOT NULL AND previous = sequence - 1)),
            CONSTRAINT task_events_previous FOREIGN KEY (task_id, previous)
                REFERENCES task_events (task_id, sequence)
        );
        \(appendOnly("task_events", dialect))

        -- How long each stage of each try took.
        CREATE TABLE task_stages (
            task_id TEXT NOT NULL REFERENCES tasks (id),
            attempt BIGINT NOT NULL,
            state TEXT NOT NULL,
            began_at BIGINT NOT NULL,
            ended_at BIGINT NOT NULL,
            duration BIGINT NOT NULL,
            CONSTRAINT task_stages_duration CHECK (duration >= 0)
        );
        CREATE INDEX task_stages_state ON task_stages (state, ended_at, duration);
        CREATE INDEX task_stages_task_id ON task_stages (task_id);

        CREATE TABLE task_results (
            task_id TEXT PRIMARY KEY REFERENCES tasks (id),
            -- One task's alone, so that removing it harms no other.
            file TEXT NOT NULL UNIQUE,
            size BIGINT NOT NULL,
            sha256 TEXT NOT NULL,
            tests TEXT NOT NULL,
            report TEXT NOT NULL,
            -- JSON of TestPreviews; read by the program only.
            previews TEXT NOT NULL,
            made_at BIGINT NOT NULL,
            -- Since when it can no longer be had, and when its file was gone.
            removed_at BIGINT,
            removal_confirmed_at BIGINT
        );
        CREATE INDEX task_results_kept ON task_results (made_at) WHERE removed_at IS NULL;
        CREATE INDEX task_results_unconfirmed ON task_results (removed_at)
            WHERE removed_at IS NOT NULL AND removal_confirmed_at IS NULL;

        -- What the broker must be told, written in the transaction that makes it true.
        CREATE TABLE task_outbox (
            task_id TEXT NOT NULL REFERENCES tasks (id),
            attempt BIGINT NOT NULL,
            content TEXT NOT NULL CONSTRAINT task_outbox_known CHECK (content IN ('dispatch', 'withdraw')),
            created_at BIGINT NOT NULL,
            told_at BIGINT,
            tellings BIGINT NOT NULL DEFAULT 0,
            -- Until when somebody is at it.
            claimed_until BIGINT NOT NULL DEFAULT 0,
            PRIMARY KEY (task_id, attempt, content)
        );
        CREATE INDEX task_outbox_untold ON task_outbox (created_at) WHERE told_at IS NULL;
        """
    }

    /// What pages look for in the lists of somebody who has thousands of entries (`make bench-pages`).
    static let lists = Migration(9, "indexes for long lists") { _ in
        """
        CREATE INDEX tasks_user_state ON tasks (user_id, state, id);
        CREATE INDEX tasks_user_titles ON tasks (user_id, id, title_key);
        CREATE INDEX points_entries_kind ON points_entries (account_id, kind, sequence);
        CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;
        """
    }
}
