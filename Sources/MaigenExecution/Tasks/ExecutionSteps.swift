import MaigenDomain
import Synchronization

/// Tells the owner of a task how far its data set is: from 20 % (analysis is over) to 99 % (all but recorded).
///
/// A build's stages overlap, so what is shown follows the slowest line of work: first the tests being made, then, once
/// all of them are, their packing. Nothing is told twice, and the percentage never goes back.
final class ExecutionSteps: Sendable {
    private struct Shown {
        var percent = 0
        var isMade = false
    }

    private let progress: ProgressSink
    private let shown = Mutex(Shown())

    init(_ progress: ProgressSink) {
        self.progress = progress
    }

    /// Shows one event of the build, where it is news.
    func show(_ event: ProgressEvent) {
        let (done, total) = (event.done, max(event.total, 1))
        switch event.stage {
        case .compiling:
            tell(
                .generating, 20 + 12 * done / total,
                Localized(zh: "编译程序 \(done)/\(total)", en: "Programs compiled: \(done) of \(total)"))
        case .checkingSamples:
            tell(
                .generating, 32 + 6 * done / total,
                Localized(zh: "核对样例 \(done)/\(total)", en: "Samples checked: \(done) of \(total)"))
        case .making:
            let isMade = done == total
            tell(
                isMade ? .validating : .generating, 38 + 42 * done / total,
                Localized(
                    zh: "生成、校验并作答 \(done)/\(total)", en: "Tests made, validated and answered: \(done) of \(total)"))
            if isMade { shown.withLock { $0.isMade = true } }
        case .packing:
            guard shown.withLock({ $0.isMade }) else { return }
            tell(
                .validating, 80 + 12 * done / total,
                Localized(zh: "打包 \(done)/\(total)", en: "Tests packed: \(done) of \(total)"))
        case .measuring:
            guard shown.withLock({ $0.isMade }) else { return }
            tell(
                .validating, 80 + 15 * done / total,
                Localized(zh: "统计覆盖 \(done)/\(total)", en: "Coverage measured: \(done) of \(total)"))
        case .done:
            tell(.validating, 98, Localized(zh: "数据包完成，正在入库", en: "The ZIP is complete and being stored"))
        }
    }

    private func tell(_ state: TaskState, _ percent: Int, _ message: Localized) {
        let isNews = shown.withLock { shown in
            guard percent > shown.percent else { return false }
            shown.percent = percent
            return true
        }
        if isNews { progress(state, percent: percent, message) }
    }
}
