extension Migration {
    /// Every migration, in order.
    package static let all = [accounts, points, notices, audit, settings, tasks, community, statistics, lists]

    /// Triggers that refuse to change or remove rows of `table`, for what must stay as it was written.
    static func appendOnly(_ table: String, _ dialect: SQLDialect) -> String {
        ["UPDATE", "DELETE"].map { operation in
            refusal(
                "\(table)_no_\(operation.lowercased())", before: operation, on: table, where: "1 = 1",
                "\(table) is append-only", dialect)
        }.joined(separator: "\n")
    }

    /// A trigger that refuses an operation on a row where `condition` holds, in terms of `OLD` and `NEW`. The condition
    /// is the same text everywhere; only the frame around it differs.
    static func refusal(
        _ name: String, before operation: String, on table: String, where condition: String, _ words: String,
        _ dialect: SQLDialect
    ) -> String {
        switch dialect {
        case .sqlite:
            """
            CREATE TRIGGER \(name) BEFORE \(operation) ON \(table) WHEN \(condition)
            BEGIN SELECT RAISE(ABORT, '\(words)'); END;
            """
        case .postgres:
            """
            CREATE FUNCTION \(name)() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF \(condition) THEN RAISE EXCEPTION '\(words)'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER \(name) BEFORE \(operation) ON \(table) FOR EACH ROW EXECUTE FUNCTION \(name)();
            """
        }
    }
}
