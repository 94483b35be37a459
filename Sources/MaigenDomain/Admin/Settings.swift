/// What administrators can change while the platform runs.
///
/// Every version is kept as JSON for good: a field that is added later needs a value for versions that lack it.
package struct Settings: Sendable, Hashable, Codable {
    /// What earns and costs points.
    package var points: PointsRules
    /// How large and how many tasks may be.
    package var tasks: TaskLimits
    /// Strategies that nobody can choose at present, by number.
    package var strategiesOff: [StrategyID]
    /// What reads statements.
    package var engine: AnalysisEngine
    /// How long things are kept.
    package var retention: Retention

    package init(
        points: PointsRules = PointsRules(), tasks: TaskLimits = TaskLimits(), strategiesOff: [StrategyID] = [],
        engine: AnalysisEngine = .auto, retention: Retention = Retention()
    ) {
        self.points = points
        self.tasks = tasks
        self.strategiesOff = strategiesOff
        self.engine = engine
        self.retention = retention
    }

    /// How long things are kept.
    package struct Retention: Sendable, Hashable, Codable {
        /// Days after which the ZIP of a task that ended and is not shared is removed; nil keeps it for ever.
        package var dataDays: Int?

        package init(dataDays: Int? = nil) {
            self.dataDays = dataDays
        }
    }
}

/// 0 for the settings that every platform begins with, one more with each change.
package typealias SettingsVersion = Int64

/// The settings in force.
package struct PresentSettings: Sendable, Hashable {
    /// Which they are.
    package var version: SettingsVersion
    /// What they say.
    package var settings: Settings
    /// Since when, and who changed them; nil for those that every platform begins with.
    package var change: Change?

    /// Who changed the settings, and when.
    package struct Change: Sendable, Hashable {
        package var by: UserID
        package var at: Timestamp

        package init(by: UserID, at: Timestamp) {
            self.by = by
            self.at = at
        }
    }

    package init(version: SettingsVersion, settings: Settings, change: Change?) {
        self.version = version
        self.settings = settings
        self.change = change
    }
}

/// Keeps the settings, every version of them for good.
package protocol SettingsStore: Sendable {
    /// The settings in force.
    func settings() async throws(StoreFailure) -> PresentSettings
    /// Puts `settings` into force in place of version `version`; false where that is no longer in force.
    func change(
        to settings: Settings, from version: SettingsVersion, by administrator: UserID, audit: AuditEvent
    ) async throws(StoreFailure) -> Bool
}
