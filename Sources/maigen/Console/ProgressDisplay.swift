import Foundation
import MaigenDomain
import MaigenExecution
import Synchronization

/// Shows how far a build is, on standard error: one line redrawn on a terminal, plain lines elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var done: [ProgressEvent.Stage: Int] = [:]
        var lastLine = ""
        var isFinished = false
    }

    private let tests: Int
    private let isTerminal: Bool
    private let state = Mutex(State())

    /// - Parameter tests: how many tests will be made, so that the bar knows its end.
    init(tests: Int, isTerminal: Bool = Console.isTerminal(.standardError)) {
        self.tests = tests
        self.isTerminal = isTerminal
    }

    /// Shows one event. May be called from any thread.
    func show(_ event: ProgressEvent) {
        state.withLock { state in
            guard !state.isFinished else { return }
            state.done[event.stage] = event.done
            let line = isTerminal ? bar(state.done, event) : plain(event)
            guard line != state.lastLine else { return }
            state.lastLine = line
            if isTerminal {
                Console.writeAll(Array("\r\(line)\u{1B}[K".utf8), to: .standardError)
            } else {
                Console.write(line, to: .standardError)
            }
        }
    }

    /// Removes the bar; nothing is shown afterwards.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            if isTerminal, !state.lastLine.isEmpty { Console.writeAll(Array("\r\u{1B}[K".utf8), to: .standardError) }
        }
    }

    // MARK: Lines

    private func plain(_ event: ProgressEvent) -> String {
        let count = event.total > 0 && event.stage != .done ? " \(event.done)/\(event.total)" : ""
        return "[\(Self.seconds(event.elapsed))] \(event.stage.name[Console.language])\(count)"
    }

    private func bar(_ done: [ProgressEvent.Stage: Int], _ event: ProgressEvent) -> String {
        // Making a test is most of the work; measuring and packing follow it.
        let parts = 4 + 6 * tests
        let finished =
            min(4, done[.compiling, default: 0]) + 4 * done[.making, default: 0] + done[.measuring, default: 0]
            + done[.packing, default: 0]
        let width = 24
        let filled = event.stage == .done ? width : min(width, width * finished / parts)
        let blocks = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let making = done[.making, default: 0]
        let stage = making > 0 && making < tests ? ProgressEvent.Stage.making : event.stage
        let count = stage == .making ? " \(making)/\(tests)" : ""
        return "\(blocks) \(stage.name[Console.language])\(count)  \(Self.seconds(event.elapsed))"
            .fitted(to: max(20, Console.width - 1))
    }

    private static func seconds(_ duration: Duration) -> String {
        duration.formatted(.units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 1)))
    }
}

extension ProgressEvent.Stage {
    fileprivate var name: Localized {
        switch self {
        case .compiling: Localized(zh: "编译", en: "compiling")
        case .checkingSamples: Localized(zh: "核对样例", en: "checking samples")
        case .making: Localized(zh: "生成测试点", en: "making tests")
        case .measuring: Localized(zh: "测量覆盖", en: "measuring coverage")
        case .packing: Localized(zh: "打包", en: "packing")
        case .done: Localized(zh: "完成", en: "done")
        }
    }
}
