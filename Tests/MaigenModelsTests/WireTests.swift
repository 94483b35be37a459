import MaigenDomain
import MaigenModels
import Testing

@Suite("The wire")
struct WireTests {
    @Test("An event stream reads the same wherever it is torn, and with every kind of line end")
    func eventStream() throws {
        let lines = [
            "\u{FEFF}: a remark", "data: one", "", "event: x", "data:two", "data: 二", "id: 4", "", "", "retry: 5",
            "data", "",
            "datafile: no", "", "data: last",
        ]
        let expected = ["one", "two\n二", "", "last"]
        for end in ["\n", "\r", "\r\n"] {
            let bytes = Array(lines.joined(separator: end).utf8)
            for size in 1...bytes.count {
                var (stream, events): (EventStream, [String]) = (EventStream(limit: bytes.count), [])
                for start in stride(from: 0, to: bytes.count, by: size) {
                    events += try stream.take(bytes[start..<min(bytes.count, start + size)])
                }
                events += [stream.end()].compactMap(\.self)
                #expect(events == expected)
            }
            var short = EventStream(limit: bytes.count - 1)
            #expect(throws: EventStream.TooLarge.self) { try short.take(bytes) }
        }
    }

    @Test(
        "An address is taken with and without its version",
        arguments: [
            ("https://api.example.org", "https://api.example.org/v1"),
            ("https://api.example.org/", "https://api.example.org/v1"),
            ("https://api.example.org/v1/", "https://api.example.org/v1"),
            ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"), ("http://[::1]:80/v1", "http://[::1]:80/v1"),
            ("https://example.org/compatible-mode/v1", "https://example.org/compatible-mode/v1"),
            ("https://example.org/api/paas/v4", "https://example.org/api/paas/v4"),
            ("https://example.org/v1/chat/completions", "https://example.org/v1"),
            ("https://example.org/api", "https://example.org/api/v1"),
        ])
    func address(_ text: String, _ expected: String) {
        #expect(ModelAddress(text)?.description == expected)
    }

    @Test(
        "What is no address is refused",
        arguments: [
            "", "api.example.org", "ftp://example.org", "https://", "https://user:key@example.org",
            "https://example.org?key=1",
            "https://example.org#x", "https://example.org:0", "https://example.org:99999", "https://exa mple.org",
            "https://例.org",
        ])
    func wrongAddress(_ text: String) {
        #expect(ModelAddress(text) == nil)
    }

    private static let schema = #"""
        {"$defs": {"tree": {"type": "object", "properties": {"size": {"type": "integer"},
            "children": {"type": "array", "items": {"$ref": "#/$defs/tree"}, "maxItems": 2}},
            "required": ["size"], "additionalProperties": false}},
         "type": "object", "title": "T", "properties": {
            "tree": {"$ref": "#/$defs/tree"},
            "kind": {"type": ["string", "null"], "enum": ["a", "b", null]},
            "name": {"type": "string", "minLength": 2, "maxLength": 3},
            "ratio": {"type": "number", "minimum": 0.5, "maximum": 2},
            "either": {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"const": 1}, "minItems": 1}]}},
         "required": ["tree"], "additionalProperties": {"type": "boolean"}}
        """#

    @Test(
        "A schema takes what obeys it, and says what does not and where",
        arguments: [
            (#"{"tree":{"size":1}}"#, nil), (#"{"tree":{"size":1.0,"children":[{"size":2,"children":[]}]}}"#, nil),
            (#"{"tree":{"size":1},"kind":null,"name":"二三","ratio":2,"either":[1,1],"more":true}"#, nil),
            ("[]", "is array, not object"), ("{}", "lacks “tree”"),
            (#"{"tree":{"size":1.5}}"#, "tree.size: is number, not integer"),
            (
                #"{"tree":{"size":1,"children":[{"size":1},{"size":"x"}]}}"#,
                "tree.children[1].size: is string, not integer"
            ),
            (
                #"{"tree":{"size":1,"children":[{"size":1},{"size":1},{"size":1}]}}"#,
                "tree.children: has 3 items, more than 2"
            ),
            (#"{"tree":{"size":1,"x":0}}"#, "tree: must not have “x”"),
            (#"{"tree":{"size":1},"kind":"c"}"#, #"kind: is none of "a", "b", null"#),
            (#"{"tree":{"size":1},"kind":1}"#, #"kind: is none of "a", "b", null"#),
            (#"{"tree":{"size":1},"name":"x"}"#, "name: has 1 characters, fewer than 2"),
            (#"{"tree":{"size":1},"name":"二三四五"}"#, "name: has 4 characters, more than 3"),
            (#"{"tree":{"size":1},"ratio":0.25}"#, "ratio: is less than 0.5"),
            (#"{"tree":{"size":1},"ratio":3}"#, "ratio: is more than 2"),
            (
                #"{"tree":{"size":1},"either":[]}"#,
                "either: fits none of the 2 forms (first: either: is array, not integer)"
            ),
            (#"{"tree":{"size":1},"more":1}"#, "more: is integer, not boolean"),
        ] as [(String, String?)])
    func schema(_ text: String, _ violation: String?) throws {
        let schema = try JSONSchema(Self.schema)
        let value = try #require(JSONValue(text: text))
        do throws(JSONSchema.Violation) {
            try schema.check(value)
            #expect(violation == nil)
        } catch {
            #expect(error.description == violation)
        }
    }

    @Test(
        "A schema with rules that are not known is refused, and so is one that leads elsewhere",
        arguments: [
            "", "[]", #"{"pattern": "x"}"#, #"{"$ref": "https://example.org/schema.json"}"#, #"{"type": 1}"#,
            #"{"properties": {"a": {"format": "date"}}}"#, #"{"items": []}"#, #"{"minLength": "1"}"#,
        ])
    func unreadableSchema(_ text: String) {
        #expect(throws: JSONSchema.Unreadable.self) { try JSONSchema(text) }
    }

    @Test("Values and references without end are refused, not followed")
    func depth() throws {
        let loop = try JSONSchema(##"{"$defs":{"a":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"}"##)
        #expect(throws: JSONSchema.Violation.self) { try loop.check(.null) }
        let deep = String(repeating: "[", count: 100_000)
        #expect(
            JSONText.found(in: deep) == nil && JSONText.found(in: deep + String(repeating: "]", count: 100_000)) == nil)
    }
}
