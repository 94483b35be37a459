/// One C++ source text to be compiled in the sandbox to a static binary.
package struct Compilation: Sendable, Hashable {
    /// The dialects that contests allow.
    package enum Standard: String, Sendable, Hashable, CaseIterable, Codable {
        case cpp11 = "c++11"
        case cpp14 = "c++14"
        case cpp17 = "c++17"
        case cpp20 = "c++20"
        case cpp23 = "c++23"
    }

    /// What the program records about itself while it runs.
    package enum Instrumentation: String, Sendable, Hashable {
        /// Nothing: the program as a judge would build it, `-O2`.
        case none
        /// Which lines and branches were reached: gcov, `-O1`. See `CoverageRun`.
        case coverage
    }

    /// The headers of ours that the source may include, besides the compiler's own.
    package enum Headers: String, Sendable, Hashable {
        /// None: a contestant's program.
        case standard
        /// `testlib.h`: a generator, a validator, a checker.
        case testlib
    }

    /// The text.
    package var source: String
    /// The dialect.
    package var standard: Standard
    /// What the program records.
    package var instrumentation: Instrumentation
    /// What it may include.
    package var headers: Headers

    package init(
        source: String, standard: Standard = .cpp17, instrumentation: Instrumentation = .none,
        headers: Headers = .standard
    ) {
        self.source = source
        self.standard = standard
        self.instrumentation = instrumentation
        self.headers = headers
    }
}
