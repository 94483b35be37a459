import MaigenDomain

/// A script that runs inside the server, alone and to its end: what several processes must not do at the same time.
struct RedisScript: Sendable {
    /// Names it among all.
    let name: String
    let text: [UInt8]

    private init(_ name: String, _ text: [UInt8]...) {
        self.name = name
        self.text = Array(text.joined(separator: [0x0A]))
    }

    private static func queue(_ name: String, _ text: [UInt8]) -> RedisScript {
        RedisScript(name, PackageResources.queue_lua, text)
    }

    static let send = queue("send", PackageResources.queue_send_lua)
    static let take = queue("take", PackageResources.queue_take_lua)
    static let renew = queue("renew", PackageResources.queue_renew_lua)
    static let settle = queue("settle", PackageResources.queue_settle_lua)
    static let giveBack = queue("return", PackageResources.queue_return_lua)
    static let standing = queue("standing", PackageResources.queue_standing_lua)
    static let condition = queue("condition", PackageResources.queue_condition_lua)
    static let redrive = queue("redrive", PackageResources.queue_redrive_lua)
    static let recordBeat = RedisScript("record-beat", PackageResources.beat_record_lua)
    static let listBeats = RedisScript("list-beats", PackageResources.beat_list_lua)
    static let takeRates = RedisScript("take-rates", PackageResources.rate_take_lua)
}
