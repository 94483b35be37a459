import MaigenDomain
import MaigenFiles

/// Puts the members of a data set into its ZIP, in their fixed order.
struct Packer: Sendable {
    var zip: ZipWriter

    /// Compresses tests in the order of their numbers while later ones are still being made.
    ///
    /// - Parameter packed: called for each test once its files are needed no more.
    func pack(
        _ tests: AsyncStream<MadeTest>, counting progress: ProgressCounter, of request: DataSetRequest,
        packed: @Sendable (MadeTest) -> Void
    ) async throws(BuildFailure) {
        await progress.begin(.packing, of: request.plan.tests.count)
        var waiting: [Int: MadeTest] = [:]
        var next = 1
        for await test in tests {
            waiting[test.number] = test
            while let ready = waiting.removeValue(forKey: next) {
                do {
                    try await zip.add("\(next).in", file: ready.input.path)
                    try await zip.add("\(next).out", file: ready.output.path)
                } catch {
                    throw Task.isCancelled ? .cancelled : .cannotWrite(error)
                }
                packed(ready)
                await progress.advance(.packing)
                next += 1
            }
        }
        if Task.isCancelled { throw .cancelled }
    }

    /// Adds everything but the tests and completes the file. Gives its size.
    func finish(
        _ request: DataSetRequest, tests: [CreatedTest], report: DataSetReport, _ documents: DataSet.Documents
    ) async throws(BuildFailure) -> ByteCount {
        let used = Set(tests.compactMap(\.plan.generator))
        let extra = request.additions.generators.filter { used.contains($0.name) }.map {
            ("generator-\($0.name).cpp", $0.source)
        }
        let checker = report.checker == true ? request.additions.checker.map { [("checker.cpp", $0)] } : nil
        let members =
            [
                ("spec.yaml", request.specificationYAML),
                ("generator.cpp", request.generator),
                ("validator.cpp", request.validator),
            ] + extra + (checker ?? []) + [
                ("tests.json", documents.tests),
                ("report.json", documents.report),
                ("README.md", ReadMe(title: request.problem.title, tests: tests, report: report).text),
            ]
        do {
            for (name, text) in members {
                try await zip.add(name, text: text.hasSuffix("\n") ? text : text + "\n")
            }
            // The last moment to stop: from here on the file appears.
            if Task.isCancelled { throw BuildFailure.cancelled }
            return try await zip.finish()
        } catch let failure as BuildFailure {
            throw failure
        } catch let fault as FileFault {
            throw .cannotWrite(fault)
        } catch {
            throw .cannotWrite(FileFault(.write, path: request.destination, reason: Localized(verbatim: "\(error)")))
        }
    }
}
