import Hummingbird
import Logging
import MaigenAPI
import MaigenDomain
import MaigenHTTP
import MaigenServices
import MaigenWeb

extension Platform {
    /// The website's parts, read once.
    private static let look = Result { try Look() }

    /// Everything that is answered over HTTP.
    ///
    /// - Throws: where a part of the website is missing or wrong.
    func router() throws -> Router<SiteContext> {
        let streams = EventStreams()
        let (store, broker, files) = (store, broker, workshop.files)
        let actions = Actions(
            accounts: accounts, tasks: tasks, community: community, strategies: Self.strategies,
            surroundings: surroundings, points: store, notices: store, settings: store, statistics: statistics,
            broker: broker, files: files)
        let api = API(settings: configuration.site, actions: actions, streams: streams)
        let web = WebRoutes(try Self.look.get(), settings: configuration.site, actions: actions, streams: streams)
        let site = Site(
            settings: configuration.site, metrics: Metrics(), checkSession: CheckSession(accounts),
            isReady: { await isReady(store, broker, files) },
            gauges: { await gauges(store, broker, streams, surroundings.clock.now()) },
            page: web.page)
        return site.router { router in
            api.add(to: router)
            web.add(to: router)
        }
    }
}

/// Whether database, broker and file store answer.
private func isReady(_ points: some PointsStore, _ broker: Broker, _ files: some FileStore) async -> Bool {
    do {
        async let balance = points.balance(of: UserID(rawValue: "nobody"))
        async let depth = broker.queues.depth(of: .awaitingAnalysis)
        async let size = files.size(of: FileName(.system))
        _ = try await (balance, depth, size)
        return true
    } catch {
        // Why is in the log of whatever request meets it; here only whether.
        return false
    }
}

/// What is measured when `/metrics` is asked for. What cannot be measured is missing there, and its failure in the log of
/// whoever needs it.
private func gauges(
    _ statistics: some StatisticsStore, _ broker: Broker, _ streams: EventStreams, _ now: Timestamp
) async -> [Gauge] {
    var gauges = [Gauge("maigen_event_streams", nil, "", Double(streams.count))]
    for queue in WorkQueue.allCases {
        guard let condition = try? await broker.queues.condition(of: queue) else { continue }  // see above
        gauges += [
            Gauge("maigen_queue_waiting", "queue", queue.rawValue, Double(condition.depth.waiting)),
            Gauge("maigen_queue_held", "queue", queue.rawValue, Double(condition.depth.held)),
            Gauge(
                "maigen_queue_oldest_seconds", "queue", queue.rawValue, (condition.oldest ?? .zero).fractionalSeconds),
            Gauge("maigen_queue_most_deliveries", "queue", queue.rawValue, Double(condition.deliveries)),
            Gauge("maigen_queue_dead_letters", "queue", queue.rawValue, Double(condition.dead)),
        ]
    }
    for beat in (try? await broker.beats.beats()) ?? [] {  // see above
        gauges.append(
            Gauge(
                "maigen_worker_heartbeat_age_seconds", "worker", "\(beat.role.rawValue)-\(beat.worker)",
                (now - beat.at).fractionalSeconds))
    }
    let today = StatisticsPeriod(days: 1, upTo: now)
    if let tasks = try? await statistics.statistics(of: today).tasks {  // see above
        for state in TaskState.allCases {
            gauges.append(Gauge("maigen_tasks", "state", state.rawValue, Double(tasks[state] ?? 0)))
        }
    }
    return gauges.sorted { $0.name < $1.name }
}
