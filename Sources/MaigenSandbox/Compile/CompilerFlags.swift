extension Compilation {
    /// The flags that shape the code, without those that say what to read and write. A precompiled header is good for
    /// exactly one set of them.
    var codeFlags: [String] {
        switch instrumentation {
        case .none: ["-O2", "-std=\(standard.rawValue)", "-pipe"]
        case .coverage: ["-O1", "-std=\(standard.rawValue)", "-pipe", "--coverage"]
        }
    }

    /// All flags of a compilation but the folders of headers.
    var flags: [String] {
        codeFlags + ["-static", "-s", "-fmax-errors=20", "-fdiagnostics-color=never"]
    }
}

/// The fixed names of a compilation's files inside the sandbox: the same source gives the same bytes everywhere.
enum CompileNames {
    static let source = "program.cpp"
    static let program = "program"
    /// Where the folder of `testlib.h` appears.
    static let testlib = "/testlib"
    /// Where a folder of precompiled headers appears.
    static let headers = "/headers"
}
