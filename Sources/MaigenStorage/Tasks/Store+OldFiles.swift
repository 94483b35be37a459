import MaigenDomain

extension Store {
    package func claimOldFiles(
        endedBy moment: Timestamp, limit: Int, at now: Timestamp
    ) async throws(StoreFailure) -> [DataFile] {
        try await write { session in
            let columns = "t.id, t.title, r.file, r.size, r.sha256, r.removed_at"
            let unconfirmed = try session.rows(
                """
                SELECT \(columns) FROM task_results r JOIN tasks t ON t.id = r.task_id
                WHERE r.removed_at IS NOT NULL AND r.removal_confirmed_at IS NULL ORDER BY r.removed_at LIMIT $1
                """, .int(Int64(limit)))
            let old = try session.rows(
                """
                SELECT \(columns) FROM task_results r JOIN tasks t ON t.id = r.task_id
                WHERE r.removed_at IS NULL AND r.made_at <= $1
                    AND NOT EXISTS (SELECT 1 FROM shares s WHERE s.task_id = r.task_id AND s.state <> 'rejected')
                ORDER BY r.made_at LIMIT $2\(session.dialect.forUpdateSkippingLocked(of: "r"))
                """, .at(moment), .int(Int64(limit - unconfirmed.count)))
            var files = try unconfirmed.map(TaskRows.file)
            for row in old {
                var file = try TaskRows.file(row)
                // Asked again now that the row is held: it may have been shared in between.
                let isTaken = try session.change(
                    """
                    UPDATE task_results SET removed_at = $2 WHERE task_id = $1 AND removed_at IS NULL
                        AND NOT EXISTS (SELECT 1 FROM shares WHERE task_id = $1 AND state <> 'rejected')
                    """, .id(file.task), .at(now))
                guard isTaken == 1 else { continue }
                file.removedAt = now
                files.append(file)
            }
            return .keep(files)
        }
    }

    package func confirmRemoval(of task: TaskID) async throws(StoreFailure) {
        try await write { session in
            try session.change(
                "UPDATE task_results SET removal_confirmed_at = removed_at WHERE task_id = $1", .id(task))
            return .keep(())
        }
    }

    package func orphans(among files: [String]) async throws(StoreFailure) -> [String] {
        try await read { session in
            try files.filter { file in
                try session.row("SELECT file FROM task_results WHERE file = $1", .text(file)) == nil
            }
        }
    }
}
