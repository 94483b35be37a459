/// A request that cannot be granted as it stands, for a reason its sender can understand and act on.
///
/// The user's mistakes only: our own faults are `StoreFailure` and its like, and are never shown.
package protocol Refusal: Error, Sendable, Hashable {
    /// A stable name for programs, such as `email_code_wrong`.
    var code: String { get }
    /// What a person reads.
    var message: Localized { get }
    /// When asking again may succeed; nil where time changes nothing.
    var retryAfter: Duration? { get }
}

extension Refusal {
    /// Nil: time changes nothing.
    package var retryAfter: Duration? { nil }
}
