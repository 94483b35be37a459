import MaigenDomain

/// Lets an administrator read the audit log.
package struct ReadAudit: Sendable {
    private let tools: AccountTools

    package init(_ tools: AccountTools) {
        self.tools = tools
    }

    /// Newest first.
    package func callAsFunction(
        _ page: PageRequest, by signedIn: SignedIn
    ) async throws(ServiceError) -> Page<AuditEvent> {
        try signedIn.mustBeAdministrator()
        return try await store { () throws(StoreFailure) in try await tools.accounts.auditEvents(page) }
    }
}
