import MaigenDomain

extension ProtectionReport {
    /// Whether a program has a file system of its own.
    var hasMounts: Bool {
        switch level {
        case .namespaces, .userNamespaces: true
        case .landlock, .none: false
        }
    }

    /// Chooses the strongest level that the probe's program ran under.
    ///
    /// - Throws: `.unprotected` where none did and `allowUnprotected` is false.
    init(
        _ probe: HelperProbe, forced: Level?, allowUnprotected: Bool
    ) throws(SandboxFault) {
        var refusals: [String] = []
        for candidate in forced.map({ [$0] }) ?? Level.allCases {
            guard candidate != .none || allowUnprotected else { continue }
            let found = probe.levels.first { $0.level == candidate.rawValue }
            if let found, found.works, let report = found.report {
                self.init(candidate, report, refusals: refusals)
                return
            }
            refusals.append("\(candidate.rawValue): \(found?.report?.error ?? "no answer")")
        }
        throw SandboxFault(
            .unprotected,
            Localized(
                zh: """
                    这台机器上没有任何可用的隔离方式，因此 MAIGEN 不运行不受信任的程序。请换用 Linux 5.13 或更新的内核（启用 Landlock），\
                    或以 root 运行，或允许用户命名空间（sysctl user.max_user_namespaces、kernel.apparmor_restrict_unprivileged_userns=0）。\
                    原因：\(refusals.joined(separator: "；"))
                    """,
                en: """
                    No way to lock programs in works on this machine, so MAIGEN runs none that it does not trust. Use a \
                    Linux kernel 5.13 or newer with Landlock, or run as root, or allow user namespaces (sysctl \
                    user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns=0). \
                    Reasons: \(refusals.joined(separator: "; "))
                    """),
            detail: refusals.joined(separator: "; "))
    }

    private init(_ level: Level, _ report: HelperReport, refusals: [String]) {
        self.init(level: level, summary: Self.summary(level), protections: [], refusals: refusals)
        let landlock = report.landlock ?? 0
        let version = report.cgroup ?? "none"
        protections = [
            protection(
                "pid", hasMounts, zh: "看不到也碰不到其他进程", en: "sees and reaches no other process",
                zhAbsent: "与其他进程同处一个进程空间，仅靠系统调用过滤",
                enAbsent: "shares the process space; the system call filter alone keeps it in"),
            protection(
                "mount", hasMounts, zh: "文件系统为空且只读", en: "an empty, read-only file system",
                zhAbsent: "文件系统由 Landlock 遮挡，仍可探知文件是否存在",
                enAbsent: "Landlock hides the files' contents but not that they exist"),
            protection(
                "network", hasMounts, zh: "无法建立任何套接字；编译器另有独立的空网络",
                en: "no program can make a socket; compilers also have an empty network of their own",
                zhAbsent: "没有独立网络，仅靠系统调用过滤禁止联网",
                enAbsent: "no network of its own; the system call filter alone forbids sockets"),
            protection(
                "landlock", landlock > 0, zh: "Landlock 第 \(landlock) 版：只能打开给它的文件",
                en: "Landlock ABI \(landlock): opens only the files it was given", zhAbsent: "内核没有 Landlock",
                enAbsent: "the kernel has no Landlock"),
            protection(
                "seccomp", report.seccomp ?? false, zh: "系统调用白名单", en: "a list of allowed system calls",
                zhAbsent: "不保证有系统调用过滤", enAbsent: "no certain system call filter"),
            protection(
                "cgroup", report.memoryCgroup ?? false, zh: "内存与进程数由 cgroup \(version) 限制",
                en: "memory and processes limited by cgroup \(version)",
                zhAbsent: "没有可写的 cgroup，内存按地址空间限制（超限时程序可能表现为运行错误）",
                enAbsent:
                    "no writable cgroup: address space is limited instead, and a program over it fails in its own way"),
            protection(
                "uid", report.ownUid ?? false, zh: "每个并行任务使用独立的系统用户",
                en: "a system user of its own for each parallel run",
                zhAbsent: "以当前用户运行", enAbsent: "runs as the current user"),
        ]
    }

    private func protection(
        _ name: String, _ isPresent: Bool, zh: String, en: String, zhAbsent: String, enAbsent: String
    ) -> Protection {
        Protection(
            name: name, isPresent: isPresent,
            text: isPresent ? Localized(zh: zh, en: en) : Localized(zh: zhAbsent, en: enAbsent))
    }

    private static func summary(_ level: Level) -> Localized {
        switch level {
        case .namespaces:
            Localized(zh: "完整隔离（命名空间，由 root 建立）", en: "full isolation (namespaces, made by root)")
        case .userNamespaces:
            Localized(zh: "完整隔离（用户命名空间）", en: "full isolation (user namespaces)")
        case .landlock:
            Localized(
                zh: "较弱的隔离（Landlock 与系统调用过滤，没有命名空间）",
                en: "weaker isolation (Landlock and a system call filter, no namespaces)")
        case .none:
            Localized(
                zh: "没有可靠的隔离：只应运行自己信任的程序", en: "no reliable isolation: run only programs that you trust")
        }
    }
}
