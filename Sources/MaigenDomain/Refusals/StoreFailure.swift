/// The platform could not read or keep what it had to: our fault, or the machine's, never the user's.
package struct StoreFailure: Error, Sendable, Hashable {
    /// What kind of failure, as far as callers act on it.
    package enum Reason: Sendable, Hashable {
        /// Too much work waits; asking again later may succeed.
        case overloaded
        /// It took too long; nothing was changed.
        case timedOut
        /// There is no room left, or a quota is used up: an operator must act.
        case full
        /// The store cannot be reached or opened.
        case unavailable
        /// A rule of the store was broken or its content makes no sense: a fault in the program.
        case broken
    }

    /// What kind of failure.
    package var reason: Reason
    /// For the log, never for a page: the cause in technical words.
    package var detail: String

    package init(_ reason: Reason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
