import MaigenDomain

/// Takes messages at once and delivers them in the background, a few at a time, with further attempts.
///
/// In memory on purpose: most letters hold a code, which must not lie readable in the database, and is soon worthless.
/// Whoever waits for a letter that was lost in a crash asks for another.
package struct MailQueue: Mailer {
    private let writer: LetterWriter
    private let transport: any MailTransport
    private let pauses: [Duration]
    private let report: @Sendable (MailReport) -> Void
    private let messages: AsyncStream<MailMessage>
    private let input: AsyncStream<MailMessage>.Continuation

    /// At most `capacity` messages wait. A letter that did not get through is tried again after each of `pauses`.
    /// `report` hears what became of each letter.
    package init(
        writer: LetterWriter, transport: any MailTransport, capacity: Int = 1000,
        pauses: [Duration] = [.seconds(2), .seconds(10), .seconds(30)],
        report: @escaping @Sendable (MailReport) -> Void
    ) {
        self.writer = writer
        self.transport = transport
        self.pauses = pauses
        self.report = report
        (messages, input) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(capacity))
    }

    package func post(_ message: MailMessage) async throws(StoreFailure) {
        switch input.yield(message) {
        case .enqueued: return
        case .dropped: throw StoreFailure(.overloaded, "too many letters wait")
        case .terminated: throw StoreFailure(.unavailable, "the mail queue is closed")
        @unknown default: throw StoreFailure(.unavailable, "the mail queue answered unexpectedly")
        }
    }

    /// Delivers until `finish()` was called and nothing waits, or the task is cancelled. To be called once.
    package func run(atOnce: Int = 4) async {
        await withTaskGroup(of: Void.self) { group in
            var running = 0
            for await message in messages {
                if running == atOnce {
                    await group.next()
                    running -= 1
                }
                group.addTask { await deliver(message) }
                running += 1
            }
        }
    }

    /// Takes no more messages; those that wait are still delivered.
    package func finish() { input.finish() }

    private func deliver(_ message: MailMessage) async {
        let letter = writer.letter(message)
        for attempt in 0... {
            do {
                try await transport.deliver(letter)
                report(.delivered(message.recipient))
                return
            } catch {
                guard error.isWorthRetrying, attempt < pauses.count else {
                    report(.lost(message.recipient, error))
                    return
                }
                report(.delayed(message.recipient, error))
            }
            do {
                try await Task.sleep(for: pauses[attempt])
            } catch {
                report(.lost(message.recipient, MailFailure(.local, "stopped while waiting for another attempt")))
                return
            }
        }
    }
}

/// What became of a letter.
package enum MailReport: Sendable, Hashable {
    /// It was handed on.
    case delivered(EmailAddress)
    /// It will be tried again.
    case delayed(EmailAddress, MailFailure)
    /// It will not be tried again.
    case lost(EmailAddress, MailFailure)
}
