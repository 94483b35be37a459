/// What an analysis worker can do: understand a problem.
package protocol TaskAnalyst: Sendable {
    /// The input specification (YAML) with which the data of `snapshot` is made. Tells `progress` what each agent does
    /// and finds. Ends soon after the calling task is cancelled; what it then answers is not looked at.
    func specification(
        for snapshot: TaskSnapshot, progress: ProgressSink
    ) async throws(TaskFault) -> String
}

/// What an execution worker can do: make a data set and put it into the file store.
package protocol TaskExecutor: Sendable {
    /// The data set of `snapshot`, made by `specification` (YAML). Tells `progress` how far it is. Ends soon after the
    /// calling task is cancelled, without leaving a file; what it then answers is not looked at.
    func dataSet(
        for snapshot: TaskSnapshot, specification: String, progress: ProgressSink
    ) async throws(TaskFault) -> StoredDataSet
}
