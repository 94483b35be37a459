/// One page of a list, and where the next one begins.
///
/// Pages are cut by the position of an item, not by counting, so that items which arrive meanwhile neither repeat nor
/// hide others.
package struct Page<Item: Sendable>: Sendable {
    /// The items, in the order of the list.
    package var items: [Item]
    /// What to ask for the next page with; nil on the last page.
    package var nextCursor: Cursor?

    package init(items: [Item], nextCursor: Cursor?) {
        self.items = items
        self.nextCursor = nextCursor
    }

    /// Cuts `found`, which a store read with one item more than `request.limit`, at the limit.
    package init(_ found: [Item], request: PageRequest, position: (Item) -> String) {
        items = Array(found.prefix(request.limit))
        nextCursor = found.count > request.limit ? items.last.map { Cursor(position: position($0)) } : nil
    }
}

/// A position in a list, as a client hands it back. It says nothing of who may read the list.
package struct Cursor: Sendable, Hashable {
    /// The position in the list's own terms.
    package var position: String

    package init(position: String) {
        self.position = position
    }

    /// The cursor that a client handed back; nil where it cannot be one of ours. One of another list, or made up, finds
    /// some page or none.
    package init?(_ text: String) {
        guard text.isShortVisibleASCII else { return nil }
        position = text
    }
}

/// Which page of a list is wanted.
package struct PageRequest: Sendable, Hashable {
    /// The page begins after this; nil for the first.
    package var cursor: Cursor?
    /// At most that many items: 1 ... 100.
    package var limit: Int

    /// Numbers outside 1 ... 100 are moved to the nearest allowed one.
    package init(after cursor: Cursor? = nil, limit: Int = 20) {
        self.cursor = cursor
        self.limit = min(max(limit, 1), 100)
    }
}
