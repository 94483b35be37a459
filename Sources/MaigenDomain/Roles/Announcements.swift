/// Tells every process at once that something changed; what, the listener reads from the database. An announcement
/// may be lost, so listeners also look by themselves from time to time.
package protocol Announcements: Sendable {
    /// Wakes everybody who listens to `topic` at this moment, in every process.
    func announce(_ topic: Topic) async throws(StoreFailure)

    /// Announcements of `topic` from now on, several at once counting as one, until the stream is let go.
    ///
    /// - Throws: `overloaded` where too many listen.
    func hear(_ topic: Topic) async throws(StoreFailure) -> AsyncStream<Void>
}

/// What can change.
package enum Topic: Sendable, Hashable {
    /// A task has a new step or a new state.
    case task(TaskID)
    /// There are dispatches to relay.
    case dispatches
}
