import MaigenDomain

/// Shows the settings in force.
package struct ReadSettings: Sendable {
    private let settings: any SettingsStore

    package init(settings: any SettingsStore) {
        self.settings = settings
    }

    /// All of them, for administrators.
    package func callAsFunction(by signedIn: SignedIn) async throws(ServiceError) -> PresentSettings {
        try signedIn.mustBeAdministrator()
        return try await store { () throws(StoreFailure) in try await settings.settings() }
    }

    /// What earns and costs points, for everybody.
    package func pointsRules() async throws(ServiceError) -> PointsRules { try await present().points }

    /// What tasks are held to, for forms that check before they send.
    package func taskLimits() async throws(ServiceError) -> TaskLimits { try await present().tasks }

    private func present() async throws(ServiceError) -> Settings {
        try await store { () throws(StoreFailure) in try await settings.settings() }.settings
    }
}
