/// Does `work` for every item, `atOnce` at a time, begun in the items' order.
///
/// - Parameter done: called with each result as it comes.
/// - Returns: the results in the items' order.
/// - Throws: the failure of the first item that fails, whichever ends first: the items before it are finished, those
///   after it cancelled or not begun.
func inParallel<Item: Sendable, Value: Sendable>(
    _ items: some Collection<Item>, atOnce: Int,
    _ work: @escaping @Sendable (Item) async throws(BuildFailure) -> Value,
    done: (Value) async -> Void = { _ in }
) async throws(BuildFailure) -> [Value] {
    let result = await withTaskGroup(of: Finished<Value>.self) { group in
        var waiting = items.enumerated().makeIterator()
        var inWork: Set<Int> = []
        func startNext() {
            guard let (place, item) = waiting.next() else { return }
            inWork.insert(place)
            group.addTask {
                do throws(BuildFailure) {
                    return Finished(place: place, result: .success(try await work(item)))
                } catch {
                    return Finished(place: place, result: .failure(error))
                }
            }
        }
        for _ in 0..<atOnce { startNext() }
        var values: [(place: Int, value: Value)] = []
        var failure: (place: Int, reason: BuildFailure)?
        while let finished = await group.next() {
            inWork.remove(finished.place)
            switch finished.result {
            case .success(let value):
                values.append((finished.place, value))
                await done(value)
                if failure == nil { startNext() }
            case .failure(let reason):
                if failure.map({ finished.place < $0.place }) ?? true { failure = (finished.place, reason) }
            }
            if let failure, inWork.allSatisfy({ $0 > failure.place }) { group.cancelAll() }
        }
        if let failure { return Result<[Value], BuildFailure>.failure(failure.reason) }
        return .success(values.sorted { $0.place < $1.place }.map(\.value))
    }
    return try result.get()
}

private struct Finished<Value: Sendable>: Sendable {
    var place: Int
    var result: Result<Value, BuildFailure>
}
