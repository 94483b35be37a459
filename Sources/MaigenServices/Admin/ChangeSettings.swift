import MaigenDomain

/// Lets an administrator change the settings; they hold for whatever is decided from then on, in every process.
package struct ChangeSettings: Sendable {
    private let settings: any SettingsStore
    private let strategies: StrategyCatalogue
    private let surroundings: Surroundings

    package init(settings: any SettingsStore, strategies: StrategyCatalogue, surroundings: Surroundings) {
        self.settings = settings
        self.strategies = strategies
        self.surroundings = surroundings
    }

    /// Puts all of `wanted` into force in place of version `version`. Refuses with `settings_outdated` where somebody
    /// else changed them since, and with what makes no sense.
    package func callAsFunction(
        to wanted: Settings, from version: SettingsVersion, by signedIn: SignedIn, from client: Client
    ) async throws(ServiceError) -> PresentSettings {
        try signedIn.mustBeAdministrator()
        var kept = wanted
        kept.strategiesOff = Set(wanted.strategiesOff).sorted()
        try check { () throws(SettingsRefusal) in try kept.check(strategies: strategies) }
        let before = try await store { () throws(StoreFailure) in try await settings.settings() }
        guard before.version == version else { throw .refused(SettingsRefusal.outdated(present: before.version)) }
        let administrator = signedIn.account.id
        let audit = surroundings.audit(
            .settingsChanged, by: administrator, of: String(version + 1), from: client,
            detail: kept.changes(from: before.settings).joined(separator: "; "))
        let wanted = kept
        let isChanged = try await store { () throws(StoreFailure) in
            try await settings.change(to: wanted, from: version, by: administrator, audit: audit)
        }
        let after = try await store { () throws(StoreFailure) in try await settings.settings() }
        guard isChanged else { throw .refused(SettingsRefusal.outdated(present: after.version)) }
        return after
    }
}
