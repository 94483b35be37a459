import Foundation
import MaigenDomain
import MaigenSandbox
import MaigenTestData
import Testing

@testable import MaigenExecution

@Suite("The parts of a build")
struct PartTests {
    @Test("line ends are put right by streaming, also across the pieces that are read at a time")
    func settles() throws {
        let folder = try Folder()
        let chunk = 256 << 10
        let cases: [(raw: String, proper: String)] = [
            ("", ""), ("a\n", "a\n"), ("a", "a\n"), ("a\r\nb\r\n", "a\nb\n"), ("a\r\nb", "a\nb\n"), ("a\r", "a\n"),
            ("a\rb\n", "a\rb\n"), ("\r\r\n", "\r\n"),
            (String(repeating: "x", count: chunk - 1) + "\r\ny", String(repeating: "x", count: chunk - 1) + "\ny\n"),
            (String(repeating: "x", count: chunk - 1) + "\ry", String(repeating: "x", count: chunk - 1) + "\ry\n"),
        ]
        for (raw, proper) in cases {
            let path = folder.path + "/file"
            try Data(raw.utf8).write(to: URL(fileURLWithPath: path))
            let file = try TextFile.settle(path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(proper.utf8))
            #expect(file.size.bytes == proper.utf8.count)
            #expect(file.sha256 == SHA256.hexadecimal(of: proper))
            #expect(file.wasRewritten == (raw != proper || raw.contains("\r")))
            #expect(try folder.names == ["file"])
        }
    }

    @Test("files are the same byte by byte, after their line ends are put right")
    func sameFiles() throws {
        let folder = try Folder()
        func file(_ name: String, _ text: String) throws -> String {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
            return folder.path + "/" + name
        }
        let long = String(repeating: "12345\n", count: 100_000)
        let settled = try TextFile.settle(file("a", long))
        #expect(try settled.isSame(as: file("b", long)))
        #expect(try !settled.isSame(as: file("b", long + "1\n")))
        #expect(try !settled.isSame(as: file("b", String(long.dropLast(6)))))
        #expect(try !settled.isSame(as: file("b", long.dropLast(3) + "x5\n")))
        let rewritten = try TextFile.settle(file("c", "1\r\n2"))
        #expect(try rewritten.isSame(as: file("b", "1\r\n2")))
        #expect(try !rewritten.isSame(as: file("b", "1\r\n3")))
    }

    @Test("outputs are compared as contest checkers do")
    func differences() throws {
        let folder = try Folder()
        func difference(_ expected: String, _ actual: String) throws -> OutputDifference? {
            try Data(expected.utf8).write(to: URL(fileURLWithPath: folder.path + "/e"))
            try Data(actual.utf8).write(to: URL(fileURLWithPath: folder.path + "/a"))
            return try OutputDifference.between(expected: folder.path + "/e", actual: folder.path + "/a")
        }
        for (expected, actual) in [
            ("1 2\n", "1 2"), ("1 2 \n3\n", "1 2\n3\n\n\n"), ("", "\n \n"), ("a\r\nb\r\n", "a\nb"), ("", ""),
        ] {
            #expect(try difference(expected, actual) == nil)
            #expect(try difference(actual, expected) == nil)
        }
        #expect(try difference("1\n2\n", "1\n3\n") == OutputDifference(line: 2, expected: "2", actual: "3"))
        #expect(try difference("1\n2\n", "1\n") == OutputDifference(line: 2, expected: "2", actual: nil))
        #expect(try difference("1\n", "1\n\n2\n") == OutputDifference(line: 2, expected: nil, actual: ""))
        #expect(try difference(" 1\n", "1\n") == OutputDifference(line: 1, expected: " 1", actual: "1"))
        #expect(try difference("1\n\n2\n", "1\n2\n") == OutputDifference(line: 2, expected: "", actual: "2"))
        // Long lines show the place where they begin to differ.
        let same = String(repeating: "7 ", count: 100_000)
        let long = try #require(try difference(same + "1 x\n", same + "2 x\n"))
        #expect(long.expected == "…7 7 7 7 7 7 7 7 7 7 1 x")
        #expect(long.actual == "…7 7 7 7 7 7 7 7 7 7 2 x")
        #expect(long.text.chinese.contains("第 1 行应为`…7"))
    }

    @Test("excerpts hold no control characters and no half characters")
    func excerpts() throws {
        #expect(Excerpt.clean("a\u{1B}[31mb\r\n\u{202E}c\n\n", limit: 100) == "a[31mb\nc")
        #expect(Excerpt.clean("abcdef", limit: 3) == "abc…")
        let folder = try Folder()
        try "ab求和".write(toFile: folder.path + "/f", atomically: false, encoding: .utf8)
        #expect(Excerpt.ofFile(folder.path + "/f", limit: 6) == "ab求")
        #expect(Excerpt.ofFile(folder.path + "/f", limit: 8) == "ab求和")
        #expect(Excerpt.ofFile(folder.path + "/absent", limit: 8) == "")
    }

    @Test("values reached are compared as numbers, whole, decimal and large")
    func reached() {
        let bounds = [
            VariableBound(name: "n", least: "1", greatest: "100"),
            VariableBound(name: "x", least: "-1.5", greatest: "10"),
            VariableBound(name: "big", least: "-1000000000000000000", greatest: "18446744073709551615"),
            VariableBound(name: "unseen", least: "0", greatest: "1"),
        ]
        let boundaries = ReachedValues.boundaries(
            bounds,
            tests: [
                (1, ReachedValues("n 9 9\nx -1.25 10.0\nbig 0 18446744073709551614\nthree words here but no\nn 2 x\n")),
                (2, ReachedValues("n 10 100\nx -1.50 3\nbig 0 18446744073709551615\n")),
                (3, ReachedValues("")),
            ])
        #expect(boundaries.map(\.hitsLeast) == [false, true, false, false])
        #expect(boundaries.map(\.hitsGreatest) == [true, true, true, false])
        #expect(boundaries[0].reachedLeast == DataSetReport.Reached(value: "9", test: 1))
        #expect(boundaries[1].reachedLeast == DataSetReport.Reached(value: "-1.50", test: 2))
        #expect(boundaries[2].reachedGreatest?.test == 2)
        #expect(boundaries[3].reachedLeast == nil)
    }

    @Test("measurements fall into wide classes")
    func classes() {
        func time(_ milliseconds: Int) -> Int {
            MeasurementClass(ProgramUsage(cpuTime: .milliseconds(milliseconds), peakMemory: .mebibytes(1))).timeAtMostMs
        }
        func memory(_ mebibytes: Int) -> Int {
            MeasurementClass(ProgramUsage(cpuTime: .zero, peakMemory: .mebibytes(mebibytes))).memoryAtMostMiB
        }
        #expect([0, 50, 51, 100, 150, 201].map(time) == [50, 50, 100, 100, 200, 500])
        #expect([501, 1001, 2001, 9000].map(time) == [1000, 2000, 5000, 10000])
        #expect([1, 8, 9, 100].map(memory) == [8, 8, 16, 128])
    }

    @Test("the first measurement of a program on an input is the one that stays")
    func remembers() throws {
        let folder = try Folder()
        let program = CompiledProgram(
            executable: "", coverageNotes: nil, fingerprint: "f", fromCache: false, cpuTime: .zero)
        func memory(_ limits: RunLimits = ProgramLimits().standardProgram) -> MeasurementMemory {
            MeasurementMemory(folder: folder.path + "/measurements", program: program, limits: limits)
        }
        func measured(_ milliseconds: Int) -> ProgramUsage {
            ProgramUsage(cpuTime: .milliseconds(milliseconds), peakMemory: .mebibytes(milliseconds))
        }
        #expect(memory().settle(["a": measured(1), "b": measured(2)]) == ["a": measured(1), "b": measured(2)])
        #expect(memory().settle(["a": measured(9), "c": measured(3)]) == ["a": measured(1), "c": measured(3)])
        #expect(memory().settle(["c": measured(9)]) == ["c": measured(3)])
        let other = ProgramLimits(time: .seconds(1)).standardProgram
        #expect(memory(other).settle(["a": measured(9)]) == ["a": measured(9)])
    }

    @Test("a cache that cannot be written costs no data set")
    func forgets() {
        let program = CompiledProgram(
            executable: "", coverageNotes: nil, fingerprint: "f", fromCache: false, cpuTime: .zero)
        let memory = MeasurementMemory(
            folder: "/proc/absent", program: program, limits: ProgramLimits().standardProgram)
        let measurement = ProgramUsage(cpuTime: .seconds(1), peakMemory: .mebibytes(1))
        #expect(memory.settle(["a": measurement]) == ["a": measurement])
    }

    @Test("commands are quoted where a shell would read more into them")
    func commands() {
        #expect(
            SumProblem.test(3, "max", [("n", "max-3..max"), ("l-r", "nested")], seed: 5).command
                == "./generator max n=max-3..max l-r=nested 5 > 3.in")
        #expect(
            SumProblem.test(1, "words", [("s", "only:a b'$")], seed: 5).command
                == "./generator words 's=only:a b'\\''$' 5 > 1.in")
    }

    @Test("gcov's account: own file only, template instances together, no exception branches")
    func gcov() throws {
        var first = try GcovReport(
            json: Data(
                #"""
                {"files": [
                  {"file": "/usr/include/c++/12/vector", "lines": [{"line_number": 1, "count": 0, "branches": []}]},
                  {"file": "program.cpp", "lines": [
                    {"line_number": 3, "count": 1, "branches": [{"count": 1, "throw": false}, {"count": 0, "throw": false}, {"count": 0, "throw": true}]},
                    {"line_number": 4, "count": 0, "branches": []},
                    {"line_number": 4, "count": 2},
                    {"line_number": 5, "count": 0}]}]}
                """#.utf8))
        #expect(first.reachedLines == [3, 4])
        #expect(first.unreachedLines == [5])
        #expect(first.branchesTaken == 1)
        #expect(first.branchesTotal == 2)
        first.merge(
            try GcovReport(
                json: Data(
                    #"""
                    {"files": [{"file": "program.cpp", "lines": [
                      {"line_number": 3, "count": 1, "branches": [{"count": 0}, {"count": 4}]}, {"line_number": 5, "count": 9}]}]}
                    """#.utf8)))
        #expect(first.unreachedLines == [])
        #expect(first.branchesTaken == 2)
        #expect(first.branchesTotal == 2)
        #expect(throws: (any Error).self) { try GcovReport(json: Data("x".utf8)) }
    }

    @Test("the data set as JSON has the exact measurements")
    func json() throws {
        let file = CreatedFile(size: ByteCount(bytes: 2), sha256: "ab", preview: "1\n", isCut: false)
        let data = DataSet(
            path: "/tmp/x.zip", size: ByteCount(bytes: 10),
            tests: [
                CreatedTest(
                    plan: SumProblem.test(1, "min", seed: 7), input: file, output: file,
                    measurement: ProgramUsage(cpuTime: .microseconds(1234), peakMemory: .mebibytes(2)))
            ],
            report: DataSetReport(
                problem: "p", seed: 1, samples: DataSetReport.Samples(checked: 1),
                validation: DataSetReport.Validation(accepted: 1),
                attack: DataSetReport.Attack(tried: 0, refused: 0, escaped: []), boundaries: [], duplicates: [],
                remarks: [],
                versions: Workshop.versions), documents: DataSet.Documents(tests: "{}\n", report: "{}\n"))
        let text = StableJSON.text(data)
        #expect(text.contains("\"timeMs\" : 1.234"))
        #expect(text.contains("\"memoryBytes\" : 2097152"))
        #expect(text.hasSuffix("}\n"))
    }
}
