/// What an S3 store is held to.
package struct S3Limits: Sendable {
    /// How often a request is sent at most, where it may be repeated and failed for a reason that may pass.
    package var tries = 4
    /// The pause before the second try; each further one is twice as long.
    package var firstPause = Duration.milliseconds(200)
    /// How long one try may take that carries no file.
    package var patience = Duration.seconds(15)
    /// How long to wait for a connection.
    package var connect = Duration.seconds(5)
    /// The slowest that a file may come or go, in bytes a second: a try with `n` bytes may take `patience` and
    /// `n / slowest` seconds.
    package var slowest = 256 << 10
    /// How many bytes are fetched with one request while a file is passed on.
    package var window = 4 << 20
    /// The largest file that goes in one request. A larger one goes in parts of this size, so that what failed is sent
    /// again and not all of it; 5 MiB is the least that stores take.
    package var part = 8 << 20
    /// How many parts a file may have: beyond that, they grow.
    package var parts = 10_000

    package init() {}
}
