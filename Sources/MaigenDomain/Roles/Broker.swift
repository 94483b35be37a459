/// The transport between the roles: in this process, or on a server that many processes share.
///
/// Everything in it may be lost at any moment, and is, when an in-process broker's process ends: the database is the
/// truth, and the reconciler restores from it what has to be here.
package struct Broker: Sendable {
    package var queues: any WorkQueues
    package var cache: any SharedCache
    package var progress: any ProgressFeed
    package var announcements: any Announcements
    package var beats: any WorkerBeats

    package init(
        queues: any WorkQueues, cache: any SharedCache, progress: any ProgressFeed,
        announcements: any Announcements, beats: any WorkerBeats
    ) {
        self.queues = queues
        self.cache = cache
        self.progress = progress
        self.announcements = announcements
        self.beats = beats
    }
}
