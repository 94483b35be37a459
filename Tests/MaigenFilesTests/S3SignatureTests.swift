import Foundation
import MaigenDomain
import Testing

@testable import MaigenFiles

/// The examples that AWS publishes: “Authenticating Requests: Using the Authorization Header” of the S3 API Reference, and
/// the signing key of “Signature Version 4” in the General Reference.
@Suite struct S3SignatureTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var method = "GET"
        var path = "/"
        var query: [(name: String, value: String)] = []
        var headers: [(name: String, value: String)] = []
        var payload = SHA256.hexadecimal(of: "")
        var signature: String
    }

    static let examples = [
        Example(
            testDescription: "GET object", path: "/test.txt", headers: [("Range", "bytes=0-9")],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Example(
            testDescription: "PUT object", method: "PUT", path: "/test%24file.text",
            headers: [("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
            payload: SHA256.hexadecimal(of: "Welcome to Amazon S3."),
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Example(
            testDescription: "GET bucket lifecycle", query: [("lifecycle", "")],
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Example(
            testDescription: "GET bucket (list objects)", query: [("prefix", "J"), ("max-keys", "2")],
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ]

    @Test("A request is signed as AWS's examples are", arguments: examples)
    func published(example: Example) throws {
        let key = try #require(
            S3Key(name: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
        let date = "20130524T000000Z"
        let header = S3Signature(key: key, region: "us-east-1").header(
            method: example.method, path: example.path, query: example.query,
            headers: example.headers + [
                ("Host", "examplebucket.s3.amazonaws.com"), ("x-amz-date", date),
                ("x-amz-content-sha256", example.payload),
            ], payload: example.payload, date: date)
        #expect(
            header.hasPrefix("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"))
        #expect(header.hasSuffix("Signature=\(example.signature)"))
    }

    @Test("The signing key is the one of AWS's example")
    func signingKey() throws {
        let key = try #require(S3Key(name: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
        let signature = S3Signature(key: key, region: "us-east-1", service: "iam")
        #expect(
            Hex.text(signature.signingKey(day: "20150830"))
                == "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9")
    }

    @Test("HMAC-SHA-256 gives what RFC 4231 lists, for short keys and long ones")
    func hmac() {
        #expect(
            Hex.text(HMAC.sha256("what do ya want for nothing?", key: Array("Jefe".utf8)))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            Hex.text(
                HMAC.sha256(
                    "Test Using Larger Than Block-Size Key - Hash Key First", key: [UInt8](repeating: 0xAA, count: 131))
            ) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test("Queries are encoded, and sorted by name, not by what follows it")
    func query() {
        let text = S3Signature.text(of: [("max-keys", "2"), ("max", "a/b+c d~"), ("é", "")])
        #expect(text == "%C3%A9=&max=a%2Fb%2Bc%20d~&max-keys=2")
    }

    @Test("Moments are written in UTC")
    func date() {
        #expect(S3Signature.date(Timestamp(milliseconds: 1_369_353_600_999)) == "20130524T000000Z")
        #expect(S3Signature.date(Timestamp(milliseconds: 1_709_210_096_000)) == "20240229T123456Z")
    }
}

@Suite struct S3AddressTests {
    @Test("An address names store, bucket, region and key")
    func whole() throws {
        let address = try #require(S3Address("s3://key:a%2Fb%2B@s3.example.org:9000/data-1?region=eu-central-1"))
        #expect(address.origin == "https://s3.example.org:9000")
        #expect((address.host, address.folder, address.root) == ("s3.example.org:9000", "/data-1", "/data-1/"))
        #expect((address.bucket, address.region) == ("data-1", "eu-central-1"))
        #expect((address.key.name, address.key.secret) == ("key", "a/b+"))
    }

    @Test("Port, region, style and encryption have defaults, and can be told otherwise")
    func options() throws {
        let usual = try #require(S3Address("s3://k:s@s3.example.org/data"))
        #expect((usual.origin, usual.host, usual.region) == ("https://s3.example.org", "s3.example.org", "us-east-1"))
        let virtual = try #require(S3Address("s3://k:s@oss.example.cn/data?style=virtual"))
        #expect(
            (virtual.origin, virtual.folder, virtual.root) == ("https://data.oss.example.cn", "/", "/"))
        let clear = try #require(S3Address("s3://k:s@[::1]:9000/data/?tls=none"))
        #expect((clear.origin, clear.root) == ("http://[::1]:9000", "/data/"))
    }

    @Test(
        "Anything else is malformed",
        arguments: [
            "", "s3:", "s3://host/data", "s3://k@host/data", "s3://k:s@host", "s3://k:s@host/", "s3://k:s@host/a/b",
            "s3://k:s@host/da", "s3://k:s@host/Data", "s3://k:s@host:0/data", "s3://k:s@host:70000/data",
            "s3://k:s@host/data?tls=maybe", "s3://k:s@host/data?style=other", "s3://k:s@host/data?color=red",
            "s3://k:s@host/data?region=", "s3://k:s@host/data?region=a&region=b", "s3://k:s@host/data#x",
            "https://k:s@host/data", "s3://k:a%0Ab@host/data", "s3://k:a/b@host/data", "s3://k:s@/data",
        ])
    func malformed(text: String) {
        #expect(S3Address(text) == nil)
    }

    @Test("The secret is in no description")
    func secret() throws {
        let address = try #require(S3Address("s3://k:geheim@s3.example.org/data"))
        var dumped = ""
        dump(address, to: &dumped)
        for text in ["\(address)", String(reflecting: address), dumped] { #expect(!text.contains("geheim")) }
    }
}

@Suite struct S3DocumentTests {
    @Test("Elements, texts and what stands for signs are read")
    func reading() throws {
        let text = """
            <?xml version="1.0"?>
            <List xmlns="x"><Key>a&lt;b&amp;amp;</Key><Empty/><Entry><Key>1</Key></Entry><Entry><Key>2</Key></Entry></List>
            """
        let document = try #require(S3Document(Array(text.utf8)))
        #expect(document.name == "List")
        #expect(document["Key"] == "a<b&amp;")
        #expect(document["Empty"] == "")
        #expect(document.children.filter { $0.name == "Entry" }.map { $0["Key"] } == ["1", "2"])
    }

    @Test(
        "Anything else is none",
        arguments: [
            "", "text", "<a>", "<a></b>", "</a>", "<a></a><b></b>", "<a", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
            String(repeating: "<a>", count: 9) + String(repeating: "</a>", count: 9),
        ])
    func malformed(text: String) {
        #expect(S3Document(Array(text.utf8)) == nil)
    }

    @Test("Moments are read with and without fractions")
    func moments() {
        #expect(Timestamp(iso8601: "2013-05-24T00:00:00.500Z") == Timestamp(milliseconds: 1_369_353_600_500))
        #expect(Timestamp(iso8601: "2013-05-24T00:00:00Z") == Timestamp(milliseconds: 1_369_353_600_000))
        #expect(Timestamp(iso8601: "yesterday") == nil)
    }
}
