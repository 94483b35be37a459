import MaigenDomain

/// What the actions of the platform are made from, for those who offer them: the API and the website.
package struct Actions: Sendable {
    package var accounts: AccountTools
    package var lifetime: SessionLifetime
    package var tasks: TaskTools
    package var community: CommunityTools
    package var strategies: StrategyCatalogue
    package var surroundings: Surroundings
    package var points: any PointsStore
    package var notices: any NoticeStore
    package var settings: any SettingsStore
    package var statistics: any StatisticsStore
    package var broker: Broker
    package var files: any FileStore

    package init(
        accounts: AccountTools, lifetime: SessionLifetime = SessionLifetime(), tasks: TaskTools,
        community: CommunityTools, strategies: StrategyCatalogue, surroundings: Surroundings,
        points: any PointsStore, notices: any NoticeStore, settings: any SettingsStore,
        statistics: any StatisticsStore, broker: Broker, files: any FileStore
    ) {
        self.accounts = accounts
        self.lifetime = lifetime
        self.tasks = tasks
        self.community = community
        self.strategies = strategies
        self.surroundings = surroundings
        self.points = points
        self.notices = notices
        self.settings = settings
        self.statistics = statistics
        self.broker = broker
        self.files = files
    }
}
