import Foundation
import MaigenDomain
import MaigenExecution
import MaigenSandbox
import MaigenTestData
import TestSupport
import Testing

/// The sandbox that all tests of this process share, as one server would.
enum Workshop {
    /// Made once; tests that come early wait for it.
    static let sandbox = Task {
        var configuration = try SandboxConfiguration.standard(above: #filePath)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("maigen-execution-\(getpid())").path
        configuration.cacheDirectory = folder + "/cache"
        // Tests compile a dozen small sources once each; a precompiled header would cost more than it saves.
        configuration.precompilesHeaders = false
        atexit { Workshop.sweep() }
        let sandbox = try await Sandbox(configuration: configuration)
        // Once, instead of in each of the tests that begin at the same time.
        _ = try await sandbox.compile(Compilation(source: SumProblem.generator, headers: .testlib))
        _ = try await sandbox.compile(Compilation(source: SumProblem.validator, headers: .testlib))
        _ = try await sandbox.compile(Compilation(source: SumProblem.solution))
        _ = try await sandbox.compile(Compilation(source: SumProblem.solution, instrumentation: .coverage))
        return sandbox
    }

    static let versions = DataSetReport.Versions(maigen: "0-test", compiler: "g++", testlibSHA256: "0")

    static func builder() async throws -> DataSetBuilder {
        DataSetBuilder(sandbox: try await sandbox.value, versions: versions)
    }

    private static func sweep() {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("maigen-execution-\(getpid())")
        // The process ends; what is left lies in the temporary folder.
        try? FileManager.default.removeItem(at: folder)
    }
}

/// A folder for one test's ZIP, removed with it.
final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("maigen-zip-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // What a test leaves in the temporary folder is no failure of the test.
        try? FileManager.default.removeItem(atPath: path)
    }

    var zip: String { path + "/data.zip" }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

    /// What `unzip` says.
    static func unzip(_ arguments: String...) async throws -> Data {
        let result = try await Program.run("unzip", arguments)
        try #require(result.status == 0, "\(result.message)")
        return result.output
    }

    func member(_ name: String) async throws -> String {
        String(decoding: try await Folder.unzip("-p", zip, name), as: UTF8.self)
    }
}
