/// Why a task failed, in words its owner can act on.
package struct TaskFault: Error, Sendable, Hashable, Codable {
    /// Whose fault it is.
    package enum Kind: String, Sendable, Hashable, Codable {
        /// The statement was not understood: a specification is wanted.
        case notUnderstood = "not-understood"
        /// The standard program, a sample or the specification is at fault.
        case input
        /// The data could not be made within its limits.
        case data
        /// Ours: shown as such, logged with its details.
        case platform
    }

    /// Whose fault it is.
    package var kind: Kind
    /// A stable name for programs, such as `standard-program-does-not-compile`.
    package var code: String
    /// What its owner reads: what happened and what to do.
    package var message: Localized
    /// Text beside the message, shown as it is and inert: a compiler's words, a specification to complete.
    package var detail: String

    package init(kind: Kind, code: String, message: Localized, detail: String = "") {
        self.kind = kind
        self.code = code
        self.message = message
        self.detail = detail
    }
}

/// What an analysis worker tells the platform at the end of its part.
package struct AnalysisReport: Sendable, Hashable, Codable {
    /// Which try.
    package var dispatch: Dispatch
    /// What the data is made by, or why there is nothing.
    package var result: Result

    /// How it ended.
    package enum Result: Sendable, Hashable, Codable {
        case ready(Blueprint)
        case failed(TaskFault)

        /// A blueprint of a specification alone.
        package static func ready(specification: String) -> Self { .ready(Blueprint(specification: specification)) }

        private enum ReadyCodingKeys: String, CodingKey {
            // What stood here before there were blueprints; they can still be read.
            case _0 = "specification"
        }
    }

    package init(dispatch: Dispatch, result: Result) {
        self.dispatch = dispatch
        self.result = result
    }
}

/// What an execution worker tells the platform at the end of its part.
package struct GenerationReport: Sendable, Hashable, Codable {
    /// Which try.
    package var dispatch: Dispatch
    /// What was made, or why nothing was.
    package var result: Result

    /// How it ended.
    package enum Result: Sendable, Hashable, Codable {
        case made(StoredDataSet)
        case failed(TaskFault)
    }

    package init(dispatch: Dispatch, result: Result) {
        self.dispatch = dispatch
        self.result = result
    }
}

/// A data set in the file store, with what the platform shows of it without opening the ZIP.
package struct StoredDataSet: Sendable, Hashable, Codable {
    /// The ZIP's name in the file store.
    package var file: String
    /// Its size in bytes.
    package var size: Int64
    /// Its SHA-256, in hexadecimal.
    package var sha256: String
    /// `tests.json` of the ZIP.
    package var tests: String
    /// `report.json` of the ZIP.
    package var report: String
    /// The beginning of each input and answer, in the tests' order.
    package var previews: [TestPreview]
    /// How good it is, for agents to do better; nil where nobody will.
    package var trial: Trial?

    package init(
        file: String, size: Int64, sha256: String, tests: String, report: String, previews: [TestPreview],
        trial: Trial? = nil
    ) {
        self.file = file
        self.size = size
        self.sha256 = sha256
        self.tests = tests
        self.report = report
        self.previews = previews
        self.trial = trial
    }
}

/// The beginning of a test's files.
package struct TestPreview: Sendable, Hashable, Codable {
    /// The test's number.
    package var number: Int
    /// At most `limit` bytes of the input, invalid UTF-8 mended.
    package var input: String
    /// At most `limit` bytes of the answer.
    package var output: String

    /// Bytes shown of each file.
    package static let limit = 512

    package init(number: Int, input: String, output: String) {
        self.number = number
        self.input = input
        self.output = output
    }
}
