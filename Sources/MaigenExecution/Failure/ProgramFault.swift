import MaigenDomain
import MaigenSandbox

/// How a program failed a run.
package enum ProgramFault: Sendable, Hashable {
    /// It ended by itself with an exit code other than 0.
    case exitCode(Int)
    /// It crashed.
    case signal(Int)
    /// It used more CPU time than this.
    case timeLimit(Duration)
    /// It slept or waited for longer than this.
    case wallTimeLimit(Duration)
    /// It used more memory than this.
    case memoryLimit(ByteCount)
    /// It printed more than this.
    case outputLimit(ByteCount)
    /// It asked the kernel for what no honest program needs, and was killed.
    case securityViolation

    /// Nil where the run was in order.
    init?(_ verdict: RunVerdict, limits: RunLimits) {
        switch verdict {
        case .ok: return nil
        case .runtimeError(let code): self = .exitCode(code)
        case .signal(let number): self = .signal(number)
        case .timeLimit: self = .timeLimit(limits.cpu)
        case .wallTimeLimit: self = .wallTimeLimit(limits.wall)
        case .memoryLimit: self = .memoryLimit(limits.memory)
        case .outputLimit: self = .outputLimit(limits.output)
        case .securityViolation: self = .securityViolation
        }
    }

    /// What happened, as the end of a sentence that begins with the program.
    var text: Localized {
        switch self {
        case .exitCode(let code):
            Localized(zh: "以退出码 \(code) 结束（应为 0）", en: "ended with exit code \(code) instead of 0")
        case .signal(let number):
            Localized(
                zh: "崩溃，信号 \(number)\(Self.signalName(number).chinese)",
                en: "crashed with signal \(number)\(Self.signalName(number).english)")
        case .timeLimit(let limit):
            Localized(
                zh: "超过了 \(limit.seconds) 秒的时间限制（可能是死循环，或读到输入末尾后仍在等待数据）",
                en: """
                    exceeded the time limit of \(limit.seconds) s (an endless loop, or a loop that waits for more input \
                    than there is?)
                    """)
        case .wallTimeLimit(let limit):
            Localized(
                zh: "在 \(limit.seconds) 秒内没有结束，也没有使用 CPU（在等待或休眠）",
                en: "did not end within \(limit.seconds) s although it hardly used the CPU (it waits or sleeps)")
        case .memoryLimit(let limit):
            Localized(zh: "超过了 \(limit) 的内存限制", en: "exceeded the memory limit of \(limit)")
        case .outputLimit(let limit):
            Localized(zh: "输出超过了 \(limit)", en: "printed more than \(limit)")
        case .securityViolation:
            Localized(
                zh: "使用了禁止的系统调用（网络、进程等），已被终止",
                en: "used a forbidden system call (network, processes …) and was killed")
        }
    }

    private static func signalName(_ number: Int) -> Localized {
        switch number {
        case 4: Localized(zh: "（非法指令）", en: " (illegal instruction)")
        case 6:
            Localized(
                zh: "（abort：断言失败或未捕获的异常）", en: " (abort: a failed assertion or an uncaught exception)")
        case 8: Localized(zh: "（除以零）", en: " (division by zero)")
        case 11:
            Localized(
                zh: "（段错误：数组越界、空指针或栈溢出）",
                en: " (bad memory access: an index out of range, a null pointer, recursion too deep)")
        default: Localized(verbatim: "")
        }
    }
}

extension Duration {
    /// In seconds, with at most three decimals: `10`, `0.25`.
    var seconds: String {
        let thousandths = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        let rest = thousandths % 1000
        guard rest != 0 else { return "\(thousandths / 1000)" }
        var decimals = String(1000 + rest).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(thousandths / 1000).\(decimals)"
    }

    /// In whole microseconds, rounded down.
    var microseconds: Int {
        Int(components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000)
    }
}
