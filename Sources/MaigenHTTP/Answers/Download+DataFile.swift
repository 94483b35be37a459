import Hummingbird
import MaigenDomain

extension Download {
    /// A data set's ZIP, named after its problem.
    package init(_ file: DataFile, from files: any FileStore) throws(ServiceError) {
        guard let name = FileName(file.name) else {
            throw .failed(StoreFailure(.broken, "task \(file.task) names a file that cannot be one"))
        }
        self.init(
            name: file.title + ".zip", mediaType: "application/zip", size: file.size, digest: file.sha256
        ) { range, pass in
            for try await piece in files.pieces(of: name, in: range) { try await pass(ByteBuffer(bytes: piece)) }
        }
    }
}
