/// What an analysis worker can do: understand a problem.
package protocol TaskAnalyst: Sendable {
    /// What the data of `snapshot` is made by. Tells `progress` what each agent does and finds. Ends soon after the calling
    /// task is cancelled; what it then answers is not looked at.
    ///
    /// - Parameter evidence: what came of the blueprint before; nil in the first round.
    /// - Returns: nil where there is nothing to try beyond what `evidence` is about; then there is `evidence`.
    func blueprint(
        for snapshot: TaskSnapshot, after evidence: Evidence?, progress: ProgressSink
    ) async throws(TaskFault) -> Blueprint?
}

/// What an execution worker can do: make a data set and put it into the file store.
package protocol TaskExecutor: Sendable {
    /// The data set of `snapshot`, made by `blueprint`. Tells `progress` how far it is. Ends soon after the
    /// calling task is cancelled, without leaving a file; what it then answers is not looked at.
    func dataSet(
        for snapshot: TaskSnapshot, blueprint: Blueprint, progress: ProgressSink
    ) async throws(TaskFault) -> StoredDataSet
}
