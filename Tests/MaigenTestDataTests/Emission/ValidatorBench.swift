import Foundation
import MaigenTestData
import TestSupport

/// The families of inputs in `Families/`: a specification each, and inputs that it accepts.
struct Family: Sendable, CustomStringConvertible {
    var name: String
    var specification: InputSpecification
    var samples: [[UInt8]]

    var description: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Families")

    /// Every family, by name.
    static func all() throws -> [Family] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.filter { $0.hasSuffix(".yaml") }.map {
            try Family(named: String($0.dropLast(5)), among: files)
        }
    }

    init(named name: String) throws {
        try self.init(named: name, among: FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted())
    }

    private init(named name: String, among files: [String]) throws {
        self.name = name
        let yaml = try String(contentsOf: Self.folder.appending(path: "\(name).yaml"), encoding: .utf8)
        do {
            specification = try SpecificationParser.parse(yaml)
        } catch {
            throw Failure("\(name).yaml: \(error.message.english)")
        }
        samples = try files.filter { $0.hasPrefix("\(name).") && $0.hasSuffix(".in") }
            .map { Array(try Data(contentsOf: Self.folder.appending(path: $0))) }
    }
}

struct Failure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

/// Compiled validators, one or several in one program, in a folder of its own.
struct CompiledValidators: Sendable {
    private var folder: URL
    private var names: [String]

    /// What a run ended with.
    struct Outcome: Sendable {
        /// 0: accepted; 3: refused by testlib; anything else is a crash.
        var exitCode: Int32
        var message: String
        var output: String

        var accepts: Bool { exitCode == 0 }
    }

    private static let testlib = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".toolchain/testlib.h")

    /// Whether the machine has what these tests need: g++ and testlib.h.
    static let arePossible =
        FileManager.default.fileExists(atPath: testlib.path) && FileManager.default.fileExists(atPath: "/usr/bin/g++")

    private static let root = SharedFolder.named("maigen-validators")

    /// The validators of all families, compiled once for the whole run.
    static let families = Task {
        try await CompiledValidators(
            "families", sources: Family.all().map { ($0.name, ValidatorEmission.source(for: $0.specification)) })
    }

    /// Compiles one validator as its users do.
    init(_ name: String, source: String, optimised: Bool = false) async throws {
        try await self.init(name, [name], program: source, optimised: optimised)
    }

    /// Compiles several validators into one program: nearly all of the time goes into testlib.h.
    init(_ name: String, sources: [(name: String, source: String)]) async throws {
        var program = "#include \"testlib.h\"\n#include <bits/stdc++.h>\nusing namespace std;\n"
        var choices = ""
        for (number, (name, source)) in sources.enumerated() {
            let body = source.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("#include") }.joined(separator: "\n")
                .replacing("int main(", with: "void run(")
            program += "\n// \(name)\nnamespace validator_\(number) {\n\(body)}\n"
            choices += "    if (name == \"\(name)\") validator_\(number)::run(argc - 1, argv + 1);\n"
        }
        program += "\nint main(int argc, char* argv[]) {\n    const string name = argv[1];\n\(choices)}\n"
        try await self.init(name, sources.map(\.name), program: program, optimised: false)
    }

    private init(_ name: String, _ names: [String], program: String, optimised: Bool) async throws {
        self.names = names
        folder = Self.root.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try program.write(to: folder.appending(path: "validator.cpp"), atomically: true, encoding: .utf8)
        let include = folder.appending(path: "include")
        try FileManager.default.createDirectory(at: include, withIntermediateDirectories: true)
        try Data(contentsOf: Self.testlib).write(to: include.appending(path: "testlib.h"))
        let (code, output) = try await Self.run(
            "/usr/bin/g++",
            ["-std=c++17", optimised ? "-O2" : "-O0", "-Wall", "-Wextra", "-Werror", "-isystem", include.path]
                + ["validator.cpp", "-o", "validator"], in: folder)
        guard code == 0 else { throw Failure("\(name) does not compile:\n\(output.prefix(4000))") }
    }

    /// What a program (a generator, say) writes, called with each of the argument lists.
    func outputs(_ arguments: [[String]], of name: String) async throws -> [[UInt8]] {
        let folder = folder.appending(path: "\(name)-outputs")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let calls = arguments.enumerated().map { number, list in
            let words = list.map { "'\($0)'" }.joined(separator: " ")
            return "timeout 20 ../validator \(name) \(words) > \(number).out || exit 1"
        }
        let (code, output) = try await Self.run("/bin/bash", ["-c", calls.joined(separator: "\n")], in: folder)
        guard code == 0 else { throw Failure("\(name): \(output)") }
        return try arguments.indices.map { Array(try Data(contentsOf: folder.appending(path: "\($0).out"))) }
    }

    /// Runs a validator on every input: one shell for all of them, as starting it is the most expensive part.
    func outcomes(_ inputs: [[UInt8]], of name: String? = nil, reach: Bool = false) async throws -> [Outcome] {
        let folder = folder.appending(path: "\(name ?? "only")-\(reach)-\(inputs.count)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, input) in inputs.enumerated() {
            try Data(input).write(to: folder.appending(path: "\(number).in"))
        }
        let choice = names.count > 1 ? name ?? names[0] : ""
        let script = """
            for ((i = 0; i < \(inputs.count); i++)); do
                timeout 20 ../validator \(choice) \(reach ? "--reach" : "") < $i.in > $i.out 2> $i.err
                echo $? > $i.code
            done
            """
        let (code, output) = try await Self.run("/bin/bash", ["-c", script], in: folder)
        guard code == 0 else { throw Failure(output) }
        defer {
            // Thousands of small files; what cannot be removed now goes with the root at the process's end.
            try? FileManager.default.removeItem(at: folder)
        }
        return try inputs.indices.map { number in
            func read(_ suffix: String) throws -> String {
                String(decoding: try Data(contentsOf: folder.appending(path: "\(number).\(suffix)")), as: UTF8.self)
            }
            let exit = Int32(try read("code").trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
            return Outcome(exitCode: exit, message: try read("err"), output: try read("out"))
        }
    }

    private static func run(
        _ program: String, _ arguments: [String], in folder: URL
    ) async throws -> (code: Int32, output: String) {
        let result = try await Program.run(program, arguments, in: folder)
        return (result.status, result.text + result.message)
    }
}
