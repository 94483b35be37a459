import Dispatch
import Foundation

/// Ctrl-C, and a polite request to end.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Does `work`, whose task is cancelled when somebody wants the process to end: it then ends by itself, in order.
    static func cancelling<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value {
        let task = Task(operation: work)
        // What was ignored when we started (`nohup`) stays so.
        let heard = signals.filter { isHeard($0) }
        let sources = heard.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { task.cancel() }
            source.resume()
            return source
        }
        for number in heard { signal(number, SIG_IGN) }
        let value = await task.value
        for source in sources { source.cancel() }
        for number in heard { signal(number, SIG_DFL) }
        return value
    }

    private static func isHeard(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1  // SIG_IGN
    }
}
