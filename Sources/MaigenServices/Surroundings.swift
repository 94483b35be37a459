import MaigenDomain

/// What every action needs of the world around it.
package struct Surroundings: Sendable {
    /// The time.
    package var clock: WallClock
    /// Bytes that nobody can guess.
    package var randomness: Randomness
    /// Counts what can be guessed.
    package var limits: any RateLimits

    package init(clock: WallClock = .system, randomness: Randomness = .system, limits: any RateLimits) {
        self.clock = clock
        self.randomness = randomness
        self.limits = limits
    }

    /// The present moment.
    var now: Timestamp { clock.now() }

    /// A new identifier.
    func newID<Subject>() -> ID<Subject> { ID(at: now, randomness) }

    /// Counts `uses`, or refuses.
    func allow(_ uses: RateUse...) async throws(ServiceError) {
        let now = now
        let decision = try await store { () throws(StoreFailure) in try await limits.take(uses, at: now) }
        if case .wait(let wait) = decision { throw .refused(AccountRefusal.tooManyAttempts(wait)) }
    }

    /// An event for the audit log, of this moment.
    func audit(
        _ action: AuditAction, by actor: UserID?, of subject: String, from client: Client, detail: String = ""
    ) -> AuditEvent {
        AuditEvent(
            id: newID(), at: now, actor: actor, action: action, subject: subject, client: client, detail: detail)
    }
}

/// Runs what may fail in a store. Being overloaded is something that the sender can act on, everything else is ours.
func store<Value>(
    _ body: () async throws(StoreFailure) -> Value
) async throws(ServiceError) -> Value {
    do {
        return try await body()
    } catch {
        throw error.reason == .overloaded ? .refused(AccountRefusal.busy) : .failed(error)
    }
}

/// What `parse` makes of what was typed, or the refusal.
func parsed<Value>(_ value: Value?, or refusal: some Refusal) throws(ServiceError) -> Value {
    guard let value else { throw .refused(refusal) }
    return value
}
