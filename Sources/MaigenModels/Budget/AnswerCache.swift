import Foundation
import MaigenAnalysis
import MaigenDomain

/// Answers by what was asked, one file each in a folder: the same question is paid for once. For development, where the
/// same problem is run again and again.
struct AnswerCache: Sendable {
    private let folder: URL

    init(folder: String) { self.folder = URL(filePath: folder) }

    private struct Entry: Codable {
        var text: String
        var model: String
        var prompt: String
    }

    /// The answer to `prompt` from `choice`; it costs nothing now. nil where there is none, or its file is damaged.
    func answer(to prompt: ModelPrompt, from choice: ModelChoice) -> ModelAnswer? {
        // A file that cannot be read is as good as none: the question is asked again and the file replaced.
        guard let data = try? Data(contentsOf: file(prompt, choice)),
            let entry = try? JSONDecoder().decode(Entry.self, from: data)
        else { return nil }
        return ModelAnswer(text: entry.text, model: entry.model, usage: ModelUsage())
    }

    /// Keeps an answer, readable by its owner only.
    func keep(_ answer: ModelAnswer, to prompt: ModelPrompt, from choice: ModelChoice) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let entry = Entry(text: answer.text, model: answer.model, prompt: prompt.version)
        try JSONEncoder().encode(entry).write(to: file(prompt, choice), options: .atomic)
    }

    /// Named by everything that the answer depends on; the key is not among it.
    private func file(_ prompt: ModelPrompt, _ choice: ModelChoice) -> URL {
        var hash = SHA256()
        let parts =
            [
                choice.endpoint.address.description, choice.model, prompt.agent.rawValue, prompt.version,
                String(prompt.answerTokens), prompt.schema?.name ?? "", prompt.schema?.json ?? "", prompt.system,
            ] + prompt.messages.flatMap { [$0.author.rawValue, $0.text] }
        for part in parts {
            // With its length in front: no two lists of parts look alike.
            Array("\(part.utf8.count):\(part)".utf8).withUnsafeBytes { hash.update($0) }
        }
        return folder.appending(path: hash.hexadecimal() + ".json")
    }
}
