import Logging
import MaigenDomain

/// Brings what a capability tells of its steps to the broker, without ever holding it up.
struct ProgressPublisher: Sendable {
    var feed: any ProgressFeed
    var clock: WallClock
    var logger: Logger

    /// Runs `body` with a sink for the steps of `dispatch`. When it returns, every step has been published that was not
    /// lost: where too many wait, the oldest are.
    func publishing<Value: Sendable>(
        _ dispatch: Dispatch, _ body: @Sendable (ProgressSink) async -> Value
    ) async -> Value {
        let (steps, input) = AsyncStream.makeStream(of: TaskProgress.self, bufferingPolicy: .bufferingNewest(256))
        async let published: Void = publish(steps)
        let value = await body(ProgressSink(dispatch, clock: clock) { input.yield($0) })
        input.finish()
        await published
        return value
    }

    private func publish(_ steps: AsyncStream<TaskProgress>) async {
        for await step in steps {
            do {
                try await feed.publish(step)
            } catch {
                // News, not facts: the work goes on without it.
                logger.warning("a step was not published", metadata: ["detail": "\(error.detail)"])
            }
        }
    }
}
