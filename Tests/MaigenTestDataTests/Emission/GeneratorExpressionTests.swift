import Testing

@testable import MaigenTestData

@Suite("Expressions as C++")
struct GeneratorExpressionTests {
    /// n up to 2·10^5, big up to 10^18, x from -10 to 10, a list a, rows with l and s.
    static let specification = InputSpecification(
        body: Block([
            .line([
                Field("n", .value(.integer(IntegerRange(1, .integer(200_000))))),
                Field("big", .value(.integer(IntegerRange(1, .binary(.power, 10, 18))))),
                Field("x", .value(.integer(IntegerRange(-10, 10)))),
            ]),
            .line([Field("a", .list(List(length: .variable("n"), of: .integer(IntegerRange(0, 9)))))]),
            .repetition(
                Repetition(
                    count: .times(.variable("n")), index: "i",
                    body: Block([
                        .line([
                            Field("l", .value(.integer(IntegerRange(1, .variable("n"))))),
                            Field("left", .value(.integer(IntegerRange(1, .variable("n"))))),
                        ])
                    ]))),
        ]))
    static let table = CppVariableTable(specification)

    func text(_ expression: Expression, rows: [Int: String] = [:]) -> String {
        CppExpression(expression, in: CppScope(Self.table, rows: rows)).text
    }

    @Test("Plain arithmetic stays plain")
    func plain() {
        let n = Expression.variable("n")
        #expect(text(.binary(.divided, .binary(.times, n, .binary(.minus, n, 1)), 2)) == "n * (n - 1) / 2")
        #expect(text(.binary(.minus, n, .binary(.minus, n, 1))) == "n - (n - 1)")
        #expect(text(.call(.min, [n, 300])) == "min<long long>(n, 300)")
        #expect(text(.binary(.times, 2, .binary(.power, 10, 5))) == "200'000")
        #expect(text(.element("a", index: n)) == "a.at(n - 1)")
        #expect(text(.element("a", index: .binary(.plus, n, 1))) == "a.at(n)")
    }

    @Test("What may pass 64 bits is calculated with 128")
    func wide() {
        let big = Expression.variable("big")
        #expect(text(.binary(.times, big, big)) == "(__int128)big * big")
        #expect(text(.binary(.plus, .binary(.times, big, big), 1)) == "(__int128)big * big + 1")
        #expect(text(.binary(.times, .binary(.times, big, big), big)) == "checkedProduct((__int128)big * big, big)")
        #expect(text(.aggregate(.sum, "a")) == "sumOf(a)")
        #expect(text(.integer(1_000_000_000_000_000_000_000)) == "(__int128)1000 * 1'000'000'000'000'000'000")
    }

    @Test("Division that may meet negative numbers rounds down")
    func floors() {
        #expect(text(.binary(.divided, .variable("x"), 2)) == "floorDiv<long long>(x, 2)")
        #expect(text(.binary(.remainder, .variable("n"), 2)) == "n % 2")
    }

    @Test("A field is an element inside its rows and a list outside")
    func rows() {
        #expect(text(.variable("l"), rows: [0: "row"]) == "l[row]")
        #expect(text(.aggregate(.sum, "l")) == "sumOf(l)")
        #expect(text(.element("left", index: .variable("i"))) == "left_.at(i - 1)")
    }

    @Test("Conditions keep their structure")
    func conditions() {
        let n = Expression.variable("n")
        let chain = Condition.comparison([1, n, .variable("big")], [.lessOrEqual, .less])
        let condition = Condition.any([chain, .all([.comparison([n, 2], [.equal])])])
        #expect(CppCondition(condition, in: CppScope(Self.table)).text == "(1 <= n && n < big) || n == 2")
    }
}
