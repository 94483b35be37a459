import MaigenDomain

extension S3FileStore {
    /// Sends `source`: small ones in one request, larger ones in parts. Only a whole object appears.
    func upload(_ source: LocalFile, as file: FileName) async throws(S3Fault) {
        guard source.size > client.limits.part else {
            let range = 0..<source.size
            let hash = try await hash(of: source, range)
            _ = try await client.send(
                S3Request(method: .PUT, object: file, body: .file(source, range, sha256: hash)))
            return
        }
        let upload = try await begin(file)
        do throws(S3Fault) {
            let parts = try await send(source, to: upload)
            try await complete(upload, parts, size: source.size)
        } catch {
            // Parts cost room until they are given up. Whoever is cancelled must still do so, in a task of its own; what
            // cannot be given up now is found by `removeUnfinished`.
            await Task { _ = try? await abort(upload) }.value
            throw error
        }
    }

    /// An object that has been begun.
    private struct Upload: Sendable {
        var file: FileName
        /// The store's name for the beginning.
        var id: String

        func query(_ part: Int? = nil) -> [(name: String, value: String)] {
            (part.map { [(name: "partNumber", value: "\($0)")] } ?? []) + [(name: "uploadId", value: id)]
        }
    }

    private func begin(_ file: FileName) async throws(S3Fault) -> Upload {
        let answer = try await client.send(
            S3Request(method: .POST, object: file, query: [(name: "uploads", value: "")]))
        guard let id = S3Document(answer.body)?["UploadId"], !id.isEmpty else { throw .senseless("no upload") }
        return Upload(file: file, id: id)
    }

    /// Sends all parts, one after the other; the tags that the store gave them.
    private func send(_ source: LocalFile, to upload: Upload) async throws(S3Fault) -> [String] {
        let limits = client.limits
        let length = max(Int64(limits.part), (source.size + Int64(limits.parts) - 1) / Int64(limits.parts))
        var tags: [String] = []
        for start in stride(from: Int64(0), to: source.size, by: Int(length)) {
            let range = start..<min(source.size, start + length)
            let hash = try await hash(of: source, range)
            let answer = try await client.send(
                S3Request(
                    method: .PUT, object: upload.file, query: upload.query(tags.count + 1),
                    body: .file(source, range, sha256: hash)))
            guard let tag = answer.tag, tag.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x3C && $0 != 0x26 }) else {
                throw .senseless("a part without a tag")
            }
            tags.append(tag)
        }
        return tags
    }

    /// Makes an object of the parts.
    private func complete(_ upload: Upload, _ tags: [String], size: Int64) async throws(S3Fault) {
        let parts = tags.enumerated().map { "<Part><PartNumber>\($0 + 1)</PartNumber><ETag>\($1)</ETag></Part>" }
        let text = "<CompleteMultipartUpload>\(parts.joined())</CompleteMultipartUpload>"
        do throws(S3Fault) {
            _ = try await client.send(
                S3Request(
                    method: .POST, object: upload.file, query: upload.query(), body: .bytes(Array(text.utf8))))
        } catch .refused(404, "NoSuchUpload", let message) {
            // Done already by a try whose answer was lost?
            let head = try await client.send(S3Request(method: .HEAD, object: upload.file, answers: [404]))
            guard head.status != 404, head.length == size else {
                throw .refused(status: 404, code: "NoSuchUpload", message: message)
            }
        }
    }

    private func abort(_ upload: Upload) async throws(S3Fault) {
        _ = try await client.send(
            S3Request(method: .DELETE, object: upload.file, query: upload.query(), answers: [404]))
    }

    private func hash(of source: LocalFile, _ range: Range<Int64>) async throws(S3Fault) -> String {
        let result: Result<String, FileFault>
        do throws(StoreFailure) {
            result = try await client.threads.run {
                Result { () throws(FileFault) in try source.sha256(of: range) }
            }
        } catch {
            throw .connection(error.detail)
        }
        do throws(FileFault) {
            return try result.get()
        } catch {
            throw .file(error)
        }
    }

    package func removeUnfinished(before moment: Timestamp) async throws(StoreFailure) {
        do throws(S3Fault) {
            let answer = try await client.send(S3Request(method: .GET, query: [(name: "uploads", value: "")]))
            guard let document = S3Document(answer.body), document.name == "ListMultipartUploadsResult" else {
                throw .senseless("a list that is none")
            }
            // The first thousand; the next round finds the rest.
            for entry in document.children where entry.name == "Upload" {
                guard let file = entry["Key"].flatMap({ FileName($0) }), let id = entry["UploadId"],
                    let begun = entry["Initiated"].flatMap(Timestamp.init(iso8601:)), begun < moment
                else { continue }
                try await abort(Upload(file: file, id: id))
            }
        } catch {
            throw error.failure
        }
    }
}
