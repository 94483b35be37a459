import ArgumentParser
import MaigenDomain

/// The string table of the command line: help and fixed phrases. Messages about problems, programs and data come from
/// the targets that know them.
enum HelpText {
    static let maigen = Localized(zh: "为 OI/ICPC 题目生成高质量测试数据", en: "Makes strong test data for OI/ICPC problems")
    static let generate = Localized(
        zh: "由题面和标准程序生成测试数据 ZIP", en: "Makes a ZIP of test data from a statement and a standard program")
    static let spec = Localized(
        zh: "只输出从题面理解到的输入规格", en: "Prints only the input specification read from a statement")
    static let strategies = Localized(zh: "列出预设策略", en: "Lists the preset strategies")
    static let doctor = Localized(
        zh: "检查本机能否安全地编译和运行程序", en: "Checks whether this machine can compile and run programs safely")

    static let model = Localized(zh: "语言模型：检查、录制、回放", en: "Language models: checked, recorded, played again")
    static let modelCheck = Localized(
        zh: "检查所配置的模型端点支持什么", en: "Tries the configured endpoint and says what it supports")
    static let modelRecord = Localized(
        zh: "在本机转发到所配置的端点，并把问答写成脚本",
        en: "Passes questions on to the configured endpoint, and writes what is said as a script")
    static let modelReplay = Localized(
        zh: "在本机按脚本扮演语言模型", en: "Plays a script as a language model on this machine")
    static let recording = Localized(zh: "写入的脚本文件", en: "the script to write")
    static let script = Localized(zh: "脚本文件（JSON 或 YAML）", en: "the script, JSON or YAML")
    static let modelPort = Localized(zh: "监听端口，默认任取空闲端口", en: "the port to listen at; any free one by default")
    static let modelUsable = Localized(zh: "可以使用", en: "usable")
    static let modelUnusable = Localized(zh: "不可使用：见上面带 ✘ 的条目", en: "not usable: see the entries with ✘")

    static let serve = Localized(zh: "启动平台", en: "Runs the platform")
    static let role = Localized(
        zh: "本进程的角色：all、api、analysis 或 sandbox", en: "what this process does: all, api, analysis or sandbox")
    static let host = Localized(zh: "监听地址，默认 127.0.0.1", en: "the address to listen at; 127.0.0.1 by default")
    static let port = Localized(zh: "监听端口，默认 8080", en: "the port to listen at; 8080 by default")
    static let data = Localized(zh: "数据目录，默认 ./data", en: "the folder of everything that is kept; ./data by default")
    static let admin = Localized(zh: "管理员账号", en: "Administrators")
    static let adminCreate = Localized(
        zh: "创建管理员，并显示一次密码", en: "Makes an administrator and shows the password once")
    static let email = Localized(zh: "管理员的邮箱", en: "the administrator's e-mail address")
    static let ifNone = Localized(
        zh: "仅当还没有任何账号时创建", en: "only where there is no account at all yet")
    static let migrate = Localized(zh: "更新数据库结构", en: "Brings the database's tables up to date")
    static let ledger = Localized(zh: "积分账本", en: "The points ledger")
    static let ledgerCheck = Localized(
        zh: "由每一笔分录重新核对所有余额", en: "Proves every balance from the entries")

    static let queues = Localized(zh: "多进程之间的队列", en: "The queues between processes")
    static let queuesList = Localized(
        zh: "各队列的深度、最早消息、租约、投递次数与死信，以及在工作的进程",
        en: "How full each queue is, its oldest message, leases, deliveries and dead letters, and who works")
    static let queuesRedrive = Localized(zh: "重新投递死信", en: "Sends dead letters again")
    static let queue = Localized(zh: "队列名，默认全部", en: "the queue; all by default")

    static let problem = Localized(zh: "题面文件 problem.md", en: "the statement, problem.md")
    static let solution = Localized(zh: "标准程序（C++）", en: "the standard program, in C++")
    static let test = Localized(
        zh: "某策略的测试点个数，可重复，总数 1–20；见 maigen strategies",
        en: "how many tests of a strategy; repeatable, 1 to 20 in total; see maigen strategies")
    static let specification = Localized(
        zh: "输入规格 YAML，代替对题面的分析", en: "an input specification in YAML, instead of reading the statement")
    static let seed = Localized(zh: "种子：同样的输入和种子得到同样的字节", en: "the seed: same input and seed, same bytes")
    static let jobs = Localized(zh: "并行数，默认等于核数", en: "runs in parallel; the number of cores by default")
    static let engine = Localized(
        zh: "分析引擎：auto、builtin 或 llm", en: "how statements are analysed: auto, builtin or llm")
    static let wrong = Localized(
        zh: "错误程序（C++），可多个：报告每个测试点卡掉哪些；文件名以 wa_、tle_、re_ 开头表示种类",
        en:
            "wrong programs (C++), any number: the report says which test kills which; wa_, tle_ or re_ begins a name of that kind"
    )
    static let out = Localized(zh: "输出的 ZIP", en: "the ZIP to write")
    static let json = Localized(
        zh: "在标准输出打印一个 JSON 对象", en: "print one JSON object on standard output")
    static let timeLimit = Localized(zh: "标准程序的时限（毫秒）", en: "time limit of the standard program in milliseconds")
    static let memoryLimit = Localized(zh: "标准程序的内存限制（MiB）", en: "memory limit of the standard program in MiB")
    static let allowUnprotected = Localized(
        zh: "没有可用的隔离时也运行程序：只用于自己信任的代码", en: "run programs even where no isolation works: only for code you trust")

    static let kills = Localized(zh: "针对：", en: "punishes: ")
    static let ready = Localized(zh: "一切就绪", en: "everything is ready")
    static let notReady = Localized(zh: "尚未就绪：见上面带 ✘ 的条目", en: "not ready: see the entries with ✘")
    static let compilerWorks = Localized(
        zh: "g++ 与 testlib.h 可用，程序在沙箱中编译并运行",
        en: "g++ and testlib.h work; a program was compiled and run in the sandbox")
    static let compilerFails = Localized(
        zh: "无法编译或运行 testlib.h 程序；请运行 make setup", en: "a testlib.h program cannot be compiled or run; run make setup")
}

extension Localized {
    /// As help of an option, in the reader's language.
    var argument: ArgumentHelp { ArgumentHelp(stringLiteral: self[Console.language]) }
}
