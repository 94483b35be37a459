/// One thing that a generated generator lets its command line decide: `name=setting`.
///
/// A generator is called `generator <strategy> [name=setting …] <seed>`. The strategy is the slug of the preset the
/// test belongs to and decides nothing by itself; a knob that is not given is `random`. Settings that do not fit
/// together (two sizes whose product is bounded, say) are weakened until the relations hold; a setting that is not in
/// the list of its kind is an error.
///
/// Numbers in settings are whole numbers, `min`, `max`, `min+K` or `max-K`, where `min` and `max` are the bounds that
/// hold at the moment of drawing. A range is `A..B`; a single number means that number. Everything is clamped into
/// the bounds in force.
package struct Knob: Sendable, Hashable {
    package var name: String
    package var kind: Kind
    /// The shapes it knows beside those of its kind.
    package var extras: Set<Extra>

    package enum Kind: Sendable, Hashable {
        /// A whole number read once (in each test case). `n=min`, `n=max`, `n=5`, `n=1..10`, `n=max-3..max`,
        /// `n=random` (uniform), `n=log` (uniform in the logarithm), `n=varied` (for one test case min, for another max).
        case number
        /// Values of one type in a row: list elements, a field over the rows of a repetition, matrix cells, decimal
        /// numbers, and lengths of strings (`s.length`) or of lists inside rows. `shape` or `shape:range`, where the
        /// range narrows the bounds.
        case values
        /// The characters of a string, or of the strings of a list or rows.
        case text
        /// A choice among words, or the type token of queries: a `SelectorShape` or `only:WORD`.
        case selector
        case grid
        case permutation
        case tree
        case graph
        /// Pairs `l ≤ r` of whole-number fields read one after the other; the knob is called `l-r` (both names
        /// joined by a hyphen) and stands beside the `.values` knobs of both fields, which then mean the ends.
        case intervals
        /// Pairs of whole-number fields `x`, `y` of rows; the knob is called `x-y` and stands beside the `.values` knobs
        /// of both, which decide while it is not set.
        case points
        /// What the test cases are like together; the knob is called `cases`.
        case cases
    }

    /// Shapes that only some knobs know, each a piece of its own.
    package enum Extra: String, Sendable, Hashable, CaseIterable {
        /// Lists that programs may sort or add up: `ArrayShape`.
        case arrays
        /// Whole numbers that programs may factorise: `NumberShape`.
        case numbers
        /// Whole numbers that programs may keep in a hash table: `one-bucket`.
        case hashKeys
        /// Graphs whose edges have costs: `CostShape`.
        case costs
    }

    package init(name: String, kind: Kind, extras: Set<Extra> = []) {
        self.name = name
        self.kind = kind
        self.extras = extras
    }
}

/// Settings of `Knob.Kind.values`. `random`: each on its own, uniformly. `equal`: one random value. `min`, `max`: all at
/// a bound. `edges`: random, with both bounds among them. `low`, `high`: within a hundred of a bound. `alternating`:
/// min, max, min, … `increasing`, `decreasing`, `mountain`: evenly spread in that order. `few`: three distinct values.
/// `signs`: positive and negative in turn, where both are allowed. `mixed`: each at its lower bound, at its upper bound or
/// random. `lookup`: elements of the list that the values are looked up in (`GeneratorLookups`), their neighbours, and
/// values the list is not likely to hold; `random` where there is no such list.
package enum ValueShape: String, Sendable, Hashable, CaseIterable {
    case random, equal, min, max, edges, low, high, alternating, increasing, decreasing, mountain, few, signs,
        mixed, lookup
}

/// Further settings of `Knob.Kind.values` for lists. `middle-killer`, `median-killer`: quadratic for a quicksort whose pivot
/// is the middle element, or the median of the first, the middle and the last (Musser 1997). `majority`: one value holds half
/// of the places, or the next more. `groups`: about √n values of about √n places each. `peak`: all high, then all low, so that
/// prefix sums climb as far as they can.
package enum ArrayShape: String, Sendable, Hashable, CaseIterable {
    case middleKiller = "middle-killer"
    case medianKiller = "median-killer"
    case majority, groups, peak
}

/// Further settings of `Knob.Kind.number` and `.values`: numbers of a kind, random ones where the bounds hold none. `powers`:
/// 2^k and its neighbours. `prime-squares`: squares and products of the greatest primes. `fibonacci`: the two greatest, on which
/// Euclid's algorithm takes longest.
package enum NumberShape: String, Sendable, Hashable, CaseIterable {
    case primes
    case primeSquares = "prime-squares"
    case highlyComposite = "highly-composite"
    case powers, carmichael, fibonacci
}

/// The further setting of `Knob.Kind.values` for hash tables: multiples of one of the sizes of the library's table, which the
/// generator asks the library for.
package enum HashShape: String, Sendable, Hashable, CaseIterable {
    case oneBucket = "one-bucket"
}

/// Settings of `Knob.Kind.text`. `equal`: one letter. `almost-equal`: one letter, the last one another. `two-letters`:
/// random over two. `alternating`: abab… `periodic`: a random short word repeated. `palindrome`. `fibonacci`,
/// `thue-morse`: those words over the first two letters. `broken-period`: a short word of two letters repeated, with one
/// letter of the last period changed. `one-other`: one letter but for another in the middle. `bordered`: over two letters,
/// the string begins as it ends for a third to two thirds of its length. `ruler`: the letter at place i is how often two
/// divides i. Thue–Morse words longer than 2048 letters consist of blocks, some complemented, whose polynomial hashes modulo
/// 2^64 are equal.
package enum TextShape: String, Sendable, Hashable, CaseIterable {
    case random, equal
    case almostEqual = "almost-equal"
    case twoLetters = "two-letters"
    case alternating, periodic, palindrome, fibonacci
    case thueMorse = "thue-morse"
    case brokenPeriod = "broken-period"
    case oneOther = "one-other"
    case bordered, ruler
}

/// Settings of `Knob.Kind.selector`, beside `only:WORD`. `cyclic`: in turn. `blocks`: all of the first, then all of
/// the second, …
package enum SelectorShape: String, Sendable, Hashable, CaseIterable {
    case random, cyclic, blocks
}

/// Settings of `Knob.Kind.grid`. `uniform`: one character (beside markers). `sparse`: one character nine times in ten.
/// `checker`, `stripes`: two characters in those patterns. `snake`: one character cut by walls of another so that the
/// way through is as long as can be, with the first two markers at its ends.
package enum GridShape: String, Sendable, Hashable, CaseIterable {
    case random, uniform, sparse, checker, stripes, snake
}

/// Settings of `Knob.Kind.permutation`. `nearly-sorted`: the identity with a few swaps. `rotation`: 2, 3, …, n, 1.
/// `zigzag`: smallest, largest, second smallest, …
package enum PermutationShape: String, Sendable, Hashable, CaseIterable {
    case random, identity, reversed
    case nearlySorted = "nearly-sorted"
    case rotation, zigzag
}

/// Settings of `Knob.Kind.tree`; labels and the order of edges are shuffled, except with `identity-chain`. `random`: each vertex hangs on a
/// random earlier one (logarithmic depth). `uniform`: every labelled tree equally likely (depth about √n). `tall`: each
/// vertex hangs on one of the four before it (depth about 0.4 n).
/// `caterpillar`: a chain of half the vertices with leaves. `broom`: half a chain, half a star. `binary`: complete.
/// `chain-binary`: a binary tree with each vertex replaced by a chain of about √n. `spines`: chains of lengths 2√n−1, 2√n−3,
/// …, each hung on the first vertex of the one before: a vertex deep down meets √n of the longest paths.
package enum TreeShape: String, Sendable, Hashable, CaseIterable {
    case random, uniform, tall, chain
    case identityChain = "identity-chain"
    case star, caterpillar, broom, binary
    case chainBinary = "chain-binary"
    case spines
}

/// Settings of `Knob.Kind.graph`: what the first edges build, as far as the constraints allow; the remaining edges are
/// random. `clique`: the edges lie among as few vertices as possible. `disconnected`: two halves without an edge
/// between them. `shortcuts`: a long path with edges that skip ahead. `backward`: a long path whose edges come last to
/// first, with other edges that hardly shorten it.
package enum GraphShape: String, Sendable, Hashable, CaseIterable {
    case random, tree, chain, star, cycle, clique, grid, bipartite, disconnected, shortcuts, backward
}

/// Further settings of `Knob.Kind.graph` where edges have costs, which these shapes decide, whatever the costs' own knob says.
/// The way starts at the first vertex. `slow-queue`: against shortest paths by a queue (SPFA), also with SLF and LLL.
/// `slow-line`: a line with skips of about the same cost. `slow-grid`: a narrow grid, cheap along and dear across; also
/// undirected. `stale-heap`: against Dijkstra's algorithm that does not skip old entries.
package enum CostShape: String, Sendable, Hashable, CaseIterable {
    case slowQueue = "slow-queue"
    case slowLine = "slow-line"
    case slowGrid = "slow-grid"
    case staleHeap = "stale-heap"
}

/// Settings of `Knob.Kind.points`. `line`: on one line with a common step. `vertical`: one x. `circle`: as near to a circle as
/// whole numbers are. `same`: three different points. `corners`: extreme coordinates. `lattice`: a square of √n by √n.
/// `cluster`: close together in the middle.
package enum PointShape: String, Sendable, Hashable, CaseIterable {
    case random, line, vertical, circle, same, corners, lattice, cluster
}

/// Settings of `Knob.Kind.intervals`. `random`: two sorted random ends. `full`: the widest. `points`: l = r (or as near
/// as allowed). `nested`: each inside the one before. `disjoint`: side by side. `touching`: each ends where the next begins.
/// `equal`: all the same. `shared-left`, `shared-right`: one common end. `short`: length at most three. `edges`: random, with the widest and both extreme points among them. `mixed`: each
/// the widest, a prefix, a suffix, a point or random.
package enum IntervalShape: String, Sendable, Hashable, CaseIterable {
    case random, full, points, nested, disjoint, touching, equal
    case sharedLeft = "shared-left"
    case sharedRight = "shared-right"
    case short, edges, mixed
}

/// Settings of `Knob.Kind.cases`: how bounds on sums over all test cases are shared out. `random`. `balanced`: equal shares.
/// `one-large`: the first test case takes all that the others can leave. `small-then-large`: as `one-large`, last. `tiny`: all
/// as small as can be. `all-small`: no two test cases are equal; they are as small as can be, and grow once all of a size
/// are there.
package enum CasesShape: String, Sendable, Hashable, CaseIterable {
    case random, balanced
    case oneLarge = "one-large"
    case smallThenLarge = "small-then-large"
    case tiny
    case allSmall = "all-small"
}
