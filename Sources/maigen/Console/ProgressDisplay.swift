import Foundation
import MaigenDomain
import MaigenExecution
import Synchronization

/// Shows how far a build is, on standard error: one line redrawn on a terminal, plain lines elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var done: [ProgressEvent.Stage: (count: Int, total: Int)] = [:]
        var lastLine = ""
        var isFinished = false
    }

    private let tests: Mutex<Int>
    private let isTerminal: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())
    /// Keeps the clock on the terminal going while nothing happens.
    private let ticking = Mutex<Task<Void, any Error>?>(nil)

    /// - Parameter tests: how many tests will be made, so that the bar knows its end.
    init(tests: Int, isTerminal: Bool = Console.isTerminal(.standardError)) {
        self.tests = Mutex(tests)
        self.isTerminal = isTerminal
        guard isTerminal else { return }
        let task = Task { [weak self] in
            while true {
                try await Task.sleep(for: .milliseconds(200))
                self?.state.withLock { self?.redraw(&$0) }
            }
        }
        ticking.withLock { $0 = task }
    }

    /// Shows one event. May be called from any thread.
    func show(_ event: ProgressEvent) {
        state.withLock { state in
            guard !state.isFinished else { return }
            state.done[event.stage] = (event.done, event.total)
            if isTerminal {
                redraw(&state)
            } else if let line = plain(event), line != state.lastLine {
                state.lastLine = line
                Console.write(line, to: .standardError)
            }
        }
    }

    /// Shows a step of an agent, as a line of its own.
    func show(_ step: TaskProgress) {
        state.withLock { state in
            guard !state.isFinished else { return }
            if isTerminal { Console.writeAll(Array("\r\u{1B}[K".utf8), to: .standardError) }
            state.lastLine = ""
            let who = step.agent.map { $0.title[Console.language] + " · " } ?? ""
            Console.write(
                "[\(Self.seconds(ContinuousClock.now - start))] \(who)\(step.message[Console.language])",
                to: .standardError)
        }
    }

    /// A build of so many tests begins, perhaps not the first.
    func begin(tests count: Int) {
        tests.withLock { $0 = count }
        state.withLock { $0.done = [:] }
    }

    /// Removes the bar; nothing is shown afterwards.
    func finish() {
        ticking.withLock { $0?.cancel() }
        state.withLock { state in
            state.isFinished = true
            if isTerminal, !state.lastLine.isEmpty { Console.writeAll(Array("\r\u{1B}[K".utf8), to: .standardError) }
        }
    }

    // MARK: Lines

    private func redraw(_ state: inout State) {
        guard !state.isFinished, !state.done.isEmpty else { return }
        let line = bar(state.done)
        guard line != state.lastLine else { return }
        state.lastLine = line
        Console.writeAll(Array("\r\(line)\u{1B}[K".utf8), to: .standardError)
    }

    /// That a stage which follows the making of tests stands ready is nothing to be told.
    private func plain(_ event: ProgressEvent) -> String? {
        if event.done == 0, [.measuring, .packing].contains(event.stage) { return nil }
        let count = event.total > 0 && event.stage != .done ? " \(event.done)/\(event.total)" : ""
        return "[\(Self.seconds(event.elapsed))] \(event.stage.name[Console.language])\(count)"
    }

    private func bar(_ done: [ProgressEvent.Stage: (count: Int, total: Int)]) -> String {
        func count(_ stage: ProgressEvent.Stage) -> Int { done[stage]?.count ?? 0 }
        // Making a test is most of the work; measuring and packing follow it.
        let tests = tests.withLock { $0 }
        let parts = 4 + 6 * tests
        let finished = min(4, count(.compiling)) + 4 * count(.making) + count(.measuring) + count(.packing)
        let width = 24
        let filled = done[.done] != nil ? width : min(width, width * finished / parts)
        let blocks = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let stage = stage(done, tests)
        let progress = count(stage) < tests && stage == .making ? " \(count(.making))/\(tests)" : ""
        return "\(blocks) \(stage.name[Console.language])\(progress)  \(Self.seconds(ContinuousClock.now - start))"
            .fitted(to: max(20, Console.width - 1))
    }

    /// The first stage that is not complete: several are in work at a time.
    private func stage(
        _ done: [ProgressEvent.Stage: (count: Int, total: Int)], _ tests: Int
    ) -> ProgressEvent.Stage {
        if done[.done] != nil { return .done }
        for stage in [ProgressEvent.Stage.compiling, .checkingSamples] {
            if let (count, total) = done[stage], count < total { return stage }
        }
        if (done[.making]?.count ?? 0) < tests { return .making }
        return (done[.measuring]?.count ?? 0) < tests ? .measuring : .packing
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
