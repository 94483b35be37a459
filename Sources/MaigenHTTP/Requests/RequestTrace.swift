import MaigenDomain
import Synchronization

/// What is found out about one request while it is served, for the parts around it: the log, and the answer to an
/// error. Shared, because a context is copied on its way inwards and what it learns there would be lost.
package final class RequestTrace: Sendable {
    /// What is known so far.
    package struct Facts: Sendable {
        /// Names the request in the log and in answers.
        package var id = ""
        /// Where it comes from.
        package var client = Client(address: "")
        /// In which language to answer.
        package var language = Language.chinese
        /// Who sent it.
        package var user: UserID?
        /// The code of the refusal that answered it.
        package var refusal: String?
        /// What failed on our side: for the log only.
        package var failure: String?
    }

    private let state = Mutex(Facts())

    package init() {}

    /// What is known so far.
    package var facts: Facts { state.withLock { $0 } }

    /// Adds to what is known.
    package func note(_ change: (inout Facts) -> Void) { state.withLock { change(&$0) } }
}
