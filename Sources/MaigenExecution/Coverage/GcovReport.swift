import Foundation

/// What gcov says about one run of one program, or about several together.
struct GcovReport: Sendable, Hashable {
    /// Line number → how the line was reached.
    private(set) var lines: [Int: Line] = [:]
    /// How many lines ran, each counted as often as it ran: a measure of the program's work that is the same each time.
    private(set) var work = 0.0

    struct Line: Sendable, Hashable {
        var isReached: Bool
        /// About how often the line ran: k for 4^k times, zero where it ran fewer than four times.
        var magnitude = 0
        /// For each branch that leaves the line, whether it was taken. Branches into exception handling are left out: the
        /// compiler puts them behind every call, and no data can be expected to take them.
        var branches: [Bool]
    }

    /// Reads gcov's JSON (format 1 and 2). Only the program's own file counts; without it the report is empty.
    init(json: Data) throws {
        for file in try JSONDecoder().decode(Document.self, from: json).files
        where !file.file.hasPrefix("/") && !file.file.hasPrefix("<") {
            for line in file.lines {
                // A line stands once for each function that holds it: template instances, inlined copies.
                let branches = (line.branches ?? []).filter { !($0.`throw` ?? false) }.map { $0.count > 0 }
                let magnitude = line.count < 4 ? 0 : Int(log2(line.count) / 2)
                work += line.count
                merge(line.line_number, Line(isReached: line.count > 0, magnitude: magnitude, branches: branches))
            }
        }
    }

    /// Nothing reached, nothing known.
    init() {}

    /// Adds what another run of the same program reached.
    mutating func merge(_ other: GcovReport) {
        for (number, line) in other.lines { merge(number, line) }
        work += other.work
    }

    private mutating func merge(_ number: Int, _ line: Line) {
        guard let known = lines[number] else {
            lines[number] = line
            return
        }
        var branches = known.branches
        for (index, isTaken) in line.branches.enumerated() {
            if index < branches.count {
                branches[index] = branches[index] || isTaken
            } else {
                branches.append(isTaken)
            }
        }
        lines[number] = Line(
            isReached: known.isReached || line.isReached, magnitude: max(known.magnitude, line.magnitude),
            branches: branches)
    }

    var reachedLines: Set<Int> { Set(lines.filter(\.value.isReached).keys) }
    var unreachedLines: [Int] { lines.filter { !$0.value.isReached }.keys.sorted() }
    var branchesTaken: Int { lines.values.reduce(0) { $0 + $1.branches.count { $0 } } }
    var branchesTotal: Int { lines.values.reduce(0) { $0 + $1.branches.count } }

    // gcov's own names.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Document: Decodable {
        var files: [File]

        struct File: Decodable {
            var file: String
            var lines: [Line]
        }

        struct Line: Decodable {
            var line_number: Int
            var count: Double
            var branches: [Branch]?
        }

        struct Branch: Decodable {
            var count: Double
            var `throw`: Bool?
        }
    }
}
