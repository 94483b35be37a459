import MaigenDomain
import Testing

@Suite("Identifiers, randomness and pages")
struct IdentityTests {
    @Test("Identifiers are UUIDs of version 7 that sort by time")
    func identifiers() throws {
        let early = ID<Account>(at: Timestamp(milliseconds: 1_700_000_000_000), .system)
        let late = ID<Account>(at: Timestamp(milliseconds: 1_700_000_000_001), .system)
        #expect(early < late)
        #expect(
            early.rawValue.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
        #expect(
            ID<Account>(at: Timestamp(milliseconds: 0), .system) != ID<Account>(at: Timestamp(milliseconds: 0), .system)
        )
    }

    @Test("What cannot be an identifier or a cursor is found out before it meets a database")
    func fromClients() {
        for bad in ["", "a b", "a\0", "ü", String(repeating: "x", count: 65)] {
            #expect(ID<Account>(bad) == nil && Cursor(bad) == nil)
        }
        let id = ID<Account>(at: Timestamp(milliseconds: 5), .system)
        #expect(ID<Account>(id.rawValue) == id && Cursor("12")?.position == "12")
    }

    @Test("Random numbers keep below their bound and reach all of it")
    func numbers() {
        let numbers = (0..<2000).map { _ in Randomness.system.number(below: 6) }
        #expect(Set(numbers) == Set(0..<6))
        #expect([1, 7, 8, 9, 33].allSatisfy { Randomness.system.bytes($0).count == $0 })
    }

    @Test("A page is cut at its limit and says where the next begins")
    func pages() {
        let request = PageRequest(limit: 2)
        #expect(Page([1, 2, 3], request: request) { "\($0)" }.nextCursor == Cursor(position: "2"))
        #expect(Page([1, 2], request: request) { "\($0)" }.nextCursor == nil)
        #expect(PageRequest(limit: 0).limit == 1 && PageRequest(limit: 1000).limit == 100)
    }

    @Test("Durations and moments agree to the millisecond")
    func moments() {
        let moment = Timestamp(milliseconds: 5)
        #expect((moment + .seconds(2)) - moment == .seconds(2))
        #expect(Duration.microseconds(1999).milliseconds == 1)
        #expect((moment - .milliseconds(7)).milliseconds == -2)
    }
}
