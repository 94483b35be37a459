import Foundation
import MaigenDomain
import MaigenFiles
import TestSupport
import Testing

@Suite("Writing ZIP files")
struct ZipWriterTests {
    @Test("other programs accept the file, members in the order they were added")
    func isReadable() async throws {
        let folder = try Folder()
        let big = try folder.file("big", String(repeating: "17 4 99 12345\n", count: 200_000))
        let zip = try ZipWriter(destination: folder.path("a.zip"))

        try await zip.add("2.in", text: "hello\n")
        try await zip.add("1.in", file: big)
        try await zip.add("empty.out", text: "")
        try await zip.add("README.md", text: "你好\n")
        let size = try await zip.finish()

        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("a.zip"))).count == size.bytes)
        let tested = try await folder.run("unzip", "-t", folder.path("a.zip"))
        #expect(tested.status == 0)
        let listed = try await folder.run(
            "python3", "-c",
            """
            import zipfile, sys
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            for i in z.infolist(): print(i.filename, i.file_size, oct(i.external_attr >> 16), i.date_time[:3])
            """, folder.path("a.zip"))
        #expect(
            listed.output == """
                2.in 6 0o100644 (1980, 1, 1)
                1.in 2800000 0o100644 (1980, 1, 1)
                empty.out 0 0o100644 (1980, 1, 1)
                README.md 7 0o100644 (1980, 1, 1)

                """)
    }

    @Test("the bytes depend neither on the moment nor on the time zone")
    func isDeterministic() async throws {
        let folder = try Folder()
        let member = try folder.file("m", String(repeating: "1 2 3\n", count: 50_000))
        // `tzset` reads TZ for the whole process, so this is one test that changes it and puts it back. `localtime`, which
        // libarchive calls, reads it anew each time.
        let before = ProcessInfo.processInfo.environment["TZ"]
        defer {
            if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
            tzset()
        }

        var files: [Data] = []
        for zone in ["UTC", "UTC", "Asia/Tokyo", "America/Los_Angeles"] {
            setenv("TZ", zone, 1)
            tzset()
            let path = folder.path("\(files.count).zip")
            let zip = try ZipWriter(destination: path)
            try await zip.add("1.in", file: member)
            try await zip.add("1.out", text: "6\n")
            _ = try await zip.finish()
            files.append(try Data(contentsOf: URL(fileURLWithPath: path)))
        }

        #expect(Set(files).count == 1)
    }

    @Test("more effort gives a smaller file")
    func levels() async throws {
        let folder = try Folder()
        var random = SystemRandomNumberGenerator()
        let text = (0..<50_000).map { _ in String(random.next() % 1_000_000) }.joined(separator: " ")
        var sizes: [Int] = []
        for level in [0, 1, 9] {
            let zip = try ZipWriter(destination: folder.path("\(level).zip"), level: level)
            try await zip.add("1.in", text: text)
            sizes.append(try await zip.finish().bytes)
        }
        #expect(sizes[0] > text.utf8.count)
        #expect(sizes == sizes.sorted(by: >))
    }

    @Test("a place that cannot be written is named at once and nothing is left there")
    func unwritable() async throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path("taken"), withIntermediateDirectories: false)
        for place in [folder.path("absent/a.zip"), folder.path("taken"), "/dev/full", "/proc/a.zip"] {
            let fault = #expect(throws: FileFault.self) { _ = try ZipWriter(destination: place) }
            #expect(fault?.operation == .create)
            #expect(fault?.message.english.contains(place) == true)
        }
        #expect(try folder.names() == ["taken"])
    }

    @Test("an abandoned archive leaves nothing, and what stood at its place stays")
    func abandoned() async throws {
        let folder = try Folder()
        let place = try folder.file("a.zip", "old")
        do {
            let zip = try ZipWriter(destination: place)
            try await zip.add("1.in", text: "new\n")
            #expect(try folder.names().count == 2)
            await zip.abandon()
            #expect(try folder.names() == ["a.zip"])
            await #expect(throws: FileFault.self) { try await zip.add("2.in", text: "") }
        }
        do {
            let zip = try ZipWriter(destination: place)
            try await zip.add("1.in", text: "new\n")
        }
        #expect(try folder.names() == ["a.zip"])
        #expect(try String(contentsOfFile: place, encoding: .utf8) == "old")
    }

    @Test("a member that cannot be read is a fault of its own")
    func missingMember() async throws {
        let folder = try Folder()
        let zip = try ZipWriter(destination: folder.path("a.zip"))
        let fault = await #expect(throws: FileFault.self) {
            try await zip.add("1.in", file: folder.path("nowhere"))
        }
        #expect(fault?.operation == .read)
    }

    @Test("members of any size take little memory")
    func streams() async throws {
        // In a process of its own: other tests take memory meanwhile.
        await #expect(processExitsWith: .success) {
            let folder = try Folder()
            let path = folder.path("sparse")
            try #require(FileManager.default.createFile(atPath: path, contents: nil))
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.truncate(atOffset: 300 << 20)
            try handle.close()
            let before = try peakMemory()
            let zip = try ZipWriter(destination: folder.path("a.zip"), level: 1)
            try await zip.add("1.in", file: path)
            _ = try await zip.finish()
            #expect(try peakMemory() - before < 64 << 20)
        }
    }
}

/// The greatest resident memory of this process so far, in bytes.
private func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    let kibibytes = try #require(
        line.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first)
    return kibibytes << 10
}

/// A folder for one test, removed with it.
final class Folder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("maigen-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // What a test leaves in the temporary folder is no failure of the test.
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func file(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: path(name), atomically: false, encoding: .utf8)
        return path(name)
    }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

    func run(_ program: String, _ arguments: String...) async throws -> (status: Int32, output: String) {
        let result = try await Program.run(program, arguments)
        return (result.status, result.text)
    }
}
