/// What was just done, said on the page that follows. Named in the address, so only these can be said; the texts are
/// `Look/Texts/done.json`.
package enum Done: String, Sendable, CaseIterable {
    case registered, loggedOut, passwordReset, passwordChanged, profileSaved, sessionEnded, noticesRead, bought,
        codeSent, taskSubmitted, taskCancelled, taskShared, shareApproved, shareRejected, standingChanged,
        pointsAdjusted, settingsSaved

    /// The text's key.
    var key: String { "done." + rawValue }
}
