import Foundation
import MaigenDomain

/// Takes a task on: checks it, takes its price and has it dispatched.
package struct SubmitTask: Sendable {
    private let tools: TaskTools

    package init(_ tools: TaskTools) {
        self.tools = tools
    }

    /// The new task, or the one that the same request made before: `key` is the client's own word for it.
    ///
    /// `snapshot.engine` is set to what the platform uses at present. Refuses with what is wrong with the snapshot,
    /// `points_insufficient`, `tasks_in_work`, `too_many_attempts`, or `idempotency_key_reused` where the key stood for
    /// another request.
    package func callAsFunction(
        _ snapshot: TaskSnapshot, key: String, by signedIn: SignedIn
    ) async throws(ServiceError) -> TaskID {
        let owner = signedIn.account.id
        let key = try parsed(
            IdempotencyKey("task-submission", chosen: key, by: owner), or: PointsRefusal.keyMalformed)
        // An administrator may change the settings while a task is decided on. Whoever decides anew a few times meets
        // settings that hold still.
        for number in 0..<8 {
            let present = try await tools.presentSettings()
            let kept = try check { () throws(TaskRefusal) in try snapshot.checked(present.settings.tasks) }
            let digest = try Self.digest(of: kept)
            if let earlier = try await submission(under: key, digest) { return earlier }
            try check { () throws(TaskRefusal) in try kept.checkTests(tools.strategies, present.settings) }
            if number == 0 { try await tools.surroundings.allow(tools.submissions.by(owner.rawValue)) }
            let submission = submission(kept, digest, key, present, of: owner)
            let outcome = try await store { () throws(StoreFailure) in try await tools.tasks.submit(submission) }
            switch outcome {
            case .submitted:
                await tools.signals.outboxFilled()
                return submission.id
            case .repeated(let earlier): return earlier
            case .keyReused: throw .refused(PointsRefusal.keyReused)
            case .tooManyInWork: throw .refused(TaskRefusal.tasksInWork(limit: submission.tasksInWork))
            case .insufficient(let balance, let needed):
                throw .refused(PointsRefusal.insufficient(balance: balance, needed: needed))
            case .ownerUnknown: throw .refused(AccountRefusal.notSignedIn)
            case .settingsChanged: continue
            }
        }
        throw .refused(AccountRefusal.busy)
    }

    /// A repeated request is answered as before, even where the settings would refuse it today.
    private func submission(
        under key: IdempotencyKey, _ digest: String
    ) async throws(ServiceError) -> TaskID? {
        let known = try await store { () throws(StoreFailure) in try await tools.tasks.submission(under: key) }
        guard let known else { return nil }
        guard known.digest == digest else { throw .refused(PointsRefusal.keyReused) }
        return known.id
    }

    private func submission(
        _ kept: TaskSnapshot, _ digest: String, _ key: IdempotencyKey, _ present: PresentSettings, of owner: UserID
    ) -> TaskSubmission {
        let (id, now): (TaskID, Timestamp) = (tools.surroundings.newID(), tools.surroundings.now)
        var snapshot = kept
        snapshot.engine = present.settings.engine
        let price = present.settings.points.task
        return TaskSubmission(
            id: id, owner: owner, key: key, digest: digest, snapshot: snapshot, price: price,
            payment: .payment(id: tools.surroundings.newID(), for: id, by: owner, price, at: now),
            tasksInWork: present.settings.tasks.tasksInWork, settings: present.version, at: now)
    }

    /// SHA-256 of what was submitted; the platform's own engine is no part of that.
    private static func digest(of snapshot: TaskSnapshot) throws(ServiceError) -> String {
        var submitted = snapshot
        submitted.engine = .auto
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return SHA256.hexadecimal(of: String(decoding: try encoder.encode(submitted), as: UTF8.self))
        } catch {
            throw .failed(StoreFailure(.broken, "a snapshot cannot be encoded: \(error)"))
        }
    }
}

/// What `body` answers, its refusal as the action's.
func check<Value, Fault: Refusal>(_ body: () throws(Fault) -> Value) throws(ServiceError) -> Value {
    do {
        return try body()
    } catch {
        throw .refused(error)
    }
}
