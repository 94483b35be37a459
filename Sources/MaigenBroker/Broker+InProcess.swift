import MaigenDomain

extension Broker {
    /// A broker in the memory of this process, for all roles in one process.
    package static func inProcess() -> Broker {
        Broker(
            queues: InProcessQueues(), cache: InProcessCache(), progress: InProcessProgress(),
            announcements: InProcessAnnouncements(), beats: InProcessBeats())
    }
}
