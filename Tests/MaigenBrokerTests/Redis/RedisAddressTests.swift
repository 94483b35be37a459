import MaigenBroker
import Testing

@Suite("Addresses of Redis servers")
struct RedisAddressTests {
    @Test(
        "What is one is taken",
        arguments: [
            "redis://localhost", "redis://localhost:6380/3", "redis://:pass%40word@10.0.0.1:6379",
            "redis://user:password@redis.example.org/15", "redis://[::1]:6379/0", "unix:///run/redis/socket",
            "unix:///run/redis/socket?db=2", "unix://:password@/run/redis/socket",
        ])
    func good(text: String) { #expect(RedisAddress(text) != nil) }

    @Test(
        "What is none is refused, TLS among it",
        arguments: [
            "", "localhost:6379", "rediss://localhost", "redis://", "redis://localhost:0", "redis://localhost:70000",
            "redis://localhost/x", "redis://localhost/-1", "redis://localhost/99999999", "redis://localhost?db=1",
            "redis://user@localhost", "redis://localhost#1", "unix://host/path", "unix://", "unix:///s?db=x",
            "unix:///s?database=1", "unix:///" + String(repeating: "s", count: 200),
        ])
    func bad(text: String) { #expect(RedisAddress(text) == nil) }
}
