import CLibPQ
import Foundation
import MaigenDomain

/// One connection to a PostgreSQL server, used by the thread that opened it.
///
/// libpq is used without blocking: every wait is a `poll` with a deadline, so a server that freezes, or a network that
/// swallows packets, costs the deadline and never a thread. A wait that was cut off leaves the connection in the middle of
/// an answer; it is then unusable, and closing it makes the server undo what was open.
final class PostgresConnection: SQLSession {
    private let handle: OpaquePointer
    private var statements: [String: String] = [:]
    private var deadline: ContinuousClock.Instant?
    private var isBroken = false
    /// How long after a transaction's deadline its server may take to say that it stopped the statement. It has the same
    /// deadline, and a connection that is told so stays usable.
    private static let grace = Duration.seconds(1)
    /// Whether COMMIT was sent and nothing came back: then nobody knows whether the transaction is kept.
    private(set) var isCommitUnknown = false

    /// Connects to where `address` (a `postgresql:` URL) says.
    init(_ address: String, by deadline: ContinuousClock.Instant) throws(SQLError) {
        guard let handle = PQconnectStart(address) else { throw SQLError(.unavailable, "out of memory") }
        self.handle = handle
        // What the server has to say beside results (NOTICE) goes nowhere; libpq would print it.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        self.deadline = deadline
        try connect()
        guard PQsetnonblocking(handle, 1) == 0 else { throw lastError }
        // A server that loses sight of us lets go of our locks by itself.
        try script(
            """
            SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = warning;
            SET application_name = 'maigen'; SET standard_conforming_strings = on;
            """)
        self.deadline = nil
    }

    deinit { PQfinish(handle) }

    var dialect: SQLDialect { .postgres }

    /// Whether the connection stands and no transaction is open.
    var isUsable: Bool { !isBroken && PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Runs `body` between `begin` and COMMIT; whatever it throws undoes all of it. No statement goes on after
    /// `deadline`.
    func transaction<Value>(
        _ begin: String, by deadline: ContinuousClock.Instant, _ body: (any SQLSession) throws -> Value
    ) throws -> Value {
        self.deadline = deadline
        isCommitUnknown = false
        let left = max(1, (deadline - .now).milliseconds)
        // One message, one round trip.
        try script("\(begin); SET LOCAL statement_timeout = \(left); SET LOCAL lock_timeout = \(left)")
        do {
            let value = try body(self)
            isCommitUnknown = true
            let isKept = try commit()
            isCommitUnknown = false
            // A transaction in which a statement failed, and whose body went on all the same, ends as a ROLLBACK.
            guard isKept else { throw SQLError(.misuse, "a statement failed and the transaction went on") }
            return value
        } catch {
            if PQstatus(handle) == CONNECTION_OK, !isBroken {
                isCommitUnknown = false  // the server said no, so it is not kept
                self.deadline = .now + .seconds(1)
                do { try script("ROLLBACK") } catch { isBroken = true }
            }
            throw error
        }
    }

    @discardableResult
    func run(_ sql: String, _ arguments: [SQLValue]) throws(SQLError) -> SQLResult {
        let parameters = try PostgresParameters(arguments)
        let name = try prepared(sql, parameters)
        let isSent = parameters.withPointers { values in
            PQsendQueryPrepared(
                handle, name, Int32(arguments.count), values, parameters.lengths, parameters.formats, 1)
        }
        guard isSent == 1 else { throw lost() }
        return try answer().sqlResult()
    }

    func script(_ sql: String) throws(SQLError) {
        guard PQsendQuery(handle, sql) == 1 else { throw lost() }
        _ = try answer()
    }

    private func commit() throws(SQLError) -> Bool {
        guard PQsendQuery(handle, "COMMIT") == 1 else { throw lost() }
        return try answer().command == "COMMIT"
    }

    /// The name of the statement on the server, which it has parsed and planned once. The types of the arguments belong
    /// to it.
    private func prepared(_ sql: String, _ parameters: PostgresParameters) throws(SQLError) -> String {
        let key = sql + parameters.types.map { "|\($0)" }.joined()
        if let known = statements[key] { return known }
        // SQL texts are constants of the program, so there are never many; a text made at run time must not leak.
        if statements.count >= 512 {
            try script("DEALLOCATE ALL")
            statements = [:]
        }
        guard PostgresParameters.numbers(in: sql) == Set(1..<(parameters.types.count + 1)) else {
            throw SQLError(.misuse, "\(parameters.types.count) arguments given for: \(sql)")
        }
        let name = "s\(statements.count)"
        guard PQsendPrepare(handle, name, sql, Int32(parameters.types.count), parameters.types) == 1 else {
            throw lost()
        }
        _ = try answer()
        statements[key] = name
        return name
    }

    // MARK: - Waiting

    private func connect() throws(SQLError) {
        var events = Int16(POLLOUT)
        while true {
            try wait(for: events)
            switch PQconnectPoll(handle) {
            case PGRES_POLLING_OK: return
            case PGRES_POLLING_READING: events = Int16(POLLIN)
            case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
            default: throw SQLError(.unavailable, text(PQerrorMessage(handle)))
            }
        }
    }

    /// The last result of what was sent. The first error counts; what comes after it is read and dropped.
    private func answer() throws(SQLError) -> PostgresResult {
        try flush()
        var last: PostgresResult?
        var failure: SQLError?
        while true {
            while PQisBusy(handle) == 1 {
                try wait(for: Int16(POLLIN))
                guard PQconsumeInput(handle) == 1 else { throw lost() }
            }
            guard let pointer = PQgetResult(handle) else { break }
            let result = PostgresResult(pointer)
            if let error = result.error { failure = failure ?? error } else { last = result }
        }
        if let failure { throw failure }
        guard let last else { throw lost() }
        return last
    }

    private func flush() throws(SQLError) {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                // The server may wait for us to read before it reads on.
                try wait(for: Int16(POLLIN | POLLOUT))
                guard PQconsumeInput(handle) == 1 else { throw lost() }
            default: throw lost()
            }
        }
    }

    private func wait(for events: Int16) throws(SQLError) {
        while true {
            let left = deadline.map { $0 + Self.grace - .now } ?? .seconds(10)
            guard left > .zero else {
                isBroken = true
                throw SQLError(.deadline, "the server did not answer in time")
            }
            var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
            let ready = poll(&descriptor, 1, Int32(clamping: left.milliseconds + 1))
            if ready > 0 { return }
            if ready < 0, errno != EINTR { throw lost() }
        }
    }

    private func lost() -> SQLError {
        isBroken = true
        return SQLError(.unavailable, "the connection is lost: \(text(PQerrorMessage(handle)))")
    }

    private var lastError: SQLError { SQLError(.unavailable, text(PQerrorMessage(handle))) }

    private func text(_ message: UnsafePointer<CChar>?) -> String {
        message.map { String(cString: $0).trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
    }
}
