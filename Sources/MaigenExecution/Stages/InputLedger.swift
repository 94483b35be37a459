/// Which inputs are taken, asked and answered in the order of the tests, whatever the order in which they are generated:
/// so which of two equal tests has to change never depends on chance.
///
/// Every test from 1 to the last must call `turn(of:)` and then `pass(_:)`, also when it fails; then every wait ends.
actor InputLedger {
    private var owners: [String: Int] = [:]
    private var next = 1
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

    /// Waits until all earlier tests have passed.
    func turn(of number: Int) async {
        guard number > next else { return }
        await withCheckedContinuation { waiting[number] = $0 }
    }

    /// The earlier test with this input, if any.
    func owner(of sha256: String) -> Int? {
        owners[sha256]
    }

    /// Records a test's input, or that it has none because it failed, and lets the next test ask.
    func pass(_ number: Int, input sha256: String?) {
        if let sha256, owners[sha256] == nil { owners[sha256] = number }
        next = number + 1
        waiting.removeValue(forKey: next)?.resume()
    }
}
