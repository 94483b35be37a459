/// Why an action of the platform did not happen.
package enum ServiceError: Error, Sendable {
    /// The request is at fault: shown to its sender.
    case refused(any Refusal)
    /// We are at fault: logged with an identifier, shown as "internal".
    case failed(StoreFailure)

    /// The refusal, if it is one.
    package var refusal: (any Refusal)? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}
