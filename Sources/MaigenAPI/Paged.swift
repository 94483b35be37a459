import MaigenDomain
import MaigenHTTP

/// One page of a list as the API shows it: `{"items": […], "nextCursor": "…" or null}`.
struct Paged<Item: Encodable & Sendable>: Encodable, Sendable {
    var items: [Item]
    var nextCursor: String?

    /// A list that has one page.
    init(whole items: [Item]) {
        self.items = items
    }

    init<Source>(_ page: Page<Source>, _ show: (Source) -> Item) {
        items = page.items.map(show)
        nextCursor = page.nextCursor?.position
    }

    private enum CodingKeys: CodingKey {
        case items, nextCursor
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        // Null on the last page, never absent: a client that forgets to ask must not loop.
        try container.encode(nextCursor, forKey: .nextCursor)
    }
}

/// A moment as the API shows it.
struct Moment: Encodable, Sendable {
    var timestamp: Timestamp

    init(_ timestamp: Timestamp) {
        self.timestamp = timestamp
    }

    /// Nil for nil.
    init?(_ timestamp: Timestamp?) {
        guard let timestamp else { return nil }
        self.timestamp = timestamp
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(TimeText.text(timestamp))
    }
}
