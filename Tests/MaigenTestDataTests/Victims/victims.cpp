// Programs that one of MAIGEN's strategies is aimed at, with their steps counted: victims <program> < input.
// Each prints one number. Counting stops at a limit, so that no run takes long.
#include <bits/stdc++.h>
using namespace std;

const long long LIMIT = 400'000'000;
long long steps = 0;

// Comparisons of a quicksort, by n log n: Hoare's partition around the middle element, or, as in the first STL, around
// the median of the first, the middle and the last.
double quicksort(bool takesMedian) {
    int n;
    scanf("%d", &n);
    vector<long long> a(n);
    for (auto& x : a) scanf("%lld", &x);
    vector<pair<int, int>> parts = {{0, n - 1}};
    while (!parts.empty() && steps < LIMIT) {
        auto [l, r] = parts.back();
        parts.pop_back();
        if (l >= r) continue;
        long long x = a[l], y = a[takesMedian ? l + (r - l + 1) / 2 : (l + r) / 2], z = a[r];
        long long pivot = takesMedian ? max(min(x, y), min(max(x, y), z)) : y;
        int i = l, j = r;
        while (i <= j) {
            while (++steps, a[i] < pivot) i++;
            while (++steps, a[j] > pivot) j--;
            if (i <= j) swap(a[i++], a[j--]);
        }
        parts.push_back({l, j});
        parts.push_back({i, r});
    }
    return steps / (n * log2(n));
}

// Keys that an unordered_map looks at, by key that is inserted.
double hashTable() {
    int n;
    scanf("%d", &n);
    unordered_map<long long, int> table;
    for (int i = 0; i < n && steps < LIMIT; i++) {
        long long key;
        scanf("%lld", &key);
        steps += table.bucket_size(table.bucket(key));
        table[key]++;
    }
    return (double)steps / n;
}

vector<long long> readList() {
    int n;
    scanf("%d", &n);
    vector<long long> a(n);
    for (auto& x : a) scanf("%lld", &x);
    return a;
}

// Comparisons of a quicksort by n log n that moves everything up to a random pivot to one side (Lomuto's partition).
double quicksortOneSide() {
    auto a = readList();
    int n = a.size();
    mt19937 random(1);
    vector<pair<int, int>> parts = {{0, n - 1}};
    while (!parts.empty() && steps < LIMIT) {
        auto [l, r] = parts.back();
        parts.pop_back();
        if (l >= r) continue;
        swap(a[l + random() % (r - l + 1)], a[r]);
        int place = l;
        for (int i = l; i < r; i++)
            if (++steps, a[i] <= a[r]) swap(a[place++], a[i]);
        swap(a[place], a[r]);
        parts.push_back({l, place - 1});
        parts.push_back({place + 1, r});
    }
    return steps / (n * log2(n));
}

// Whether "some value has more than half of the places" is answered otherwise by a program that asks for half of them.
double majorityOffByOne() {
    auto a = readList();
    map<long long, size_t> counts;
    for (auto x : a) counts[x]++;
    size_t most = 0;
    for (auto& [x, count] : counts) most = max(most, count);
    return (2 * most > a.size()) != (2 * most >= a.size());
}

// How often a program goes through the list that does so for each value that it meets a second time.
double rescans() {
    auto a = readList();
    set<long long> seen, repeated;
    for (auto x : a)
        if (!seen.insert(x).second && repeated.insert(x).second) steps++;
    return steps;
}

// Whether the greatest prefix sum is wrong in 32 bits although the sum of all fits.
double prefixOverflow() {
    auto a = readList();
    long long sum = 0, greatest = 0;
    for (auto x : a) greatest = max(greatest, sum += x);
    return greatest > INT_MAX && abs(sum) <= INT_MAX;
}

// Comparisons of insertions into a search tree that is never balanced, by n log n.
double searchTree() {
    auto a = readList();
    int n = a.size(), root = -1;
    vector<array<int, 2>> next(n, {-1, -1});
    for (int i = 0; i < n && steps < LIMIT; i++) {
        int* place = &root;
        while (*place >= 0 && ++steps < LIMIT) place = &next[*place][a[i] >= a[*place]];
        *place = i;
    }
    return steps / (n * log2(n));
}

struct Graph {
    int n, m;
    vector<vector<pair<int, long long>>> next;
    Graph(bool isDirected) {
        scanf("%d %d", &n, &m);
        next.resize(n + 1);
        for (int i = 0; i < m; i++) {
            int u, v;
            long long w;
            scanf("%d %d %lld", &u, &v, &w);
            next[u].push_back({v, w});
            if (!isDirected) next[v].push_back({u, w});
        }
    }
};

// Edges that Bellman and Ford's algorithm with a queue looks at, by edge.
double queuePaths(bool isDirected, bool smallFirst, bool largeLast) {
    Graph g(isDirected);
    vector<long long> distance(g.n + 1, LLONG_MAX / 2);
    vector<bool> isQueued(g.n + 1, false);
    deque<int> queue = {1};
    long double sum = 0;
    distance[1] = 0;
    isQueued[1] = true;
    while (!queue.empty() && steps < LIMIT) {
        if (largeLast)
            while (distance[queue.front()] * (long double)queue.size() > sum) {
                queue.push_back(queue.front());
                queue.pop_front();
                // Rounding must not turn the queue for ever.
                if (++steps >= LIMIT) break;
            }
        int u = queue.front();
        queue.pop_front();
        sum -= distance[u];
        isQueued[u] = false;
        for (auto [v, w] : g.next[u]) {
            steps++;
            if (distance[u] + w >= distance[v]) continue;
            if (isQueued[v]) sum -= distance[v];
            distance[v] = distance[u] + w;
            sum += distance[v];
            if (isQueued[v]) continue;
            isQueued[v] = true;
            if (smallFirst && !queue.empty() && distance[v] < distance[queue.front()]) queue.push_front(v);
            else queue.push_back(v);
        }
    }
    return (double)steps / g.m;
}

// Edges that Dijkstra's algorithm looks at when it does not skip old entries of its heap, by edge.
double staleHeap() {
    Graph g(true);
    vector<long long> distance(g.n + 1, LLONG_MAX / 2);
    priority_queue<pair<long long, int>> heap;
    distance[1] = 0;
    heap.push({0, 1});
    while (!heap.empty() && steps < LIMIT) {
        int u = heap.top().second;
        heap.pop();
        for (auto [v, w] : g.next[u]) {
            steps++;
            if (distance[u] + w >= distance[v]) continue;
            distance[v] = distance[u] + w;
            heap.push({-distance[v], v});
        }
    }
    return (double)steps / g.m;
}

// Pairs of neighbouring blocks of 1024 letters that differ although their polynomial hashes modulo 2^64 are equal.
double hashedBlocks(unsigned long long base) {
    static char text[2'000'000];
    scanf("%1999999s", text);
    string s = text;
    const size_t LENGTH = 1024;
    auto hash = [&](size_t start) {
        unsigned long long value = 0;
        for (size_t i = 0; i < LENGTH; i++) value = value * base + s[start + i];
        return value;
    };
    int collisions = 0;
    for (size_t start = 0; start + 2 * LENGTH <= s.size(); start += LENGTH)
        collisions += hash(start) == hash(start + LENGTH) && s.compare(start, LENGTH, s, start + LENGTH, LENGTH) != 0;
    return collisions;
}

// Comparisons of the naive search for the text's first half in the text, by letter.
double naiveSearch() {
    static char text[2'000'000];
    scanf("%1999999s", text);
    string s = text;
    size_t half = s.size() / 2;
    for (size_t start = 0; start + half <= s.size() && steps < LIMIT; start++)
        for (size_t i = 0; i < half && ++steps < LIMIT && s[start + i] == s[i]; i++) {}
    return (double)steps / s.size();
}

// What trees are measured by, rooted at vertex 1: the greatest depth; the sum of all squared degrees by n.
double tree(bool wantsDepth) {
    int n;
    scanf("%d", &n);
    vector<vector<int>> next(n + 1);
    for (int i = 1; i < n; i++) {
        int u, v;
        scanf("%d %d", &u, &v);
        next[u].push_back(v);
        next[v].push_back(u);
    }
    if (!wantsDepth) {
        for (auto& list : next) steps += (long long)list.size() * list.size();
        return (double)steps / n;
    }
    vector<int> depth(n + 1, -1), order = {1};
    depth[1] = 1;
    for (size_t i = 0; i < order.size(); i++)
        for (int v : next[order[i]])
            if (depth[v] < 0) {
                depth[v] = depth[order[i]] + 1;
                order.push_back(v);
            }
    return depth[order.back()];
}

// Divisions of trial division; of Euclid's algorithm.
double trialDivision() {
    long long a;
    scanf("%lld", &a);
    for (long long d = 2; d * d <= a && steps < LIMIT; d++, steps++)
        while (a % d == 0) a /= d;
    return steps;
}
double euclid() {
    long long a, b;
    scanf("%lld %lld", &a, &b);
    for (; b != 0; steps++) swap(a %= b, b);
    return steps;
}

// Pairs looked at by a sweep that only prunes by x: how many points lie within the best distance in x, by point.
double sweepByX() {
    int n;
    scanf("%d", &n);
    vector<pair<long long, long long>> points(n);
    for (auto& p : points) scanf("%lld %lld", &p.first, &p.second);
    sort(points.begin(), points.end());
    long double best = 1e40L;
    for (int i = 0; i < n; i++)
        for (int j = i - 1; j >= 0 && points[i].first - points[j].first < best && steps < LIMIT; j--, steps++)
            best = min(best, hypotl(points[i].first - points[j].first, points[i].second - points[j].second));
    return (double)steps / n;
}

// Divisors that are gone through; whether the last bit's place is wrong in single precision; whether Fermat's test with the
// bases 2, 3, 5 and 7 takes a composite number for a prime.
double divisors() {
    long long a;
    scanf("%lld", &a);
    for (long long d = 1; d * d <= a; d++)
        if (a % d == 0) steps += d * d == a ? 1 : 2;
    return steps;
}
double logarithm() {
    long long a;
    scanf("%lld", &a);
    return (int)log2f((float)a) != 63 - __builtin_clzll(a);
}
double fermat() {
    long long a;
    scanf("%lld", &a);
    bool isPrime = a > 1;
    for (long long d = 2; d * d <= a && isPrime; d++) isPrime = a % d != 0;
    for (long long base : {2, 3, 5, 7}) {
        if (a < 2 || gcd(a, base) > 1) return 0;
        unsigned long long power = 1, factor = base;
        for (long long e = a - 1; e > 0; e >>= 1) {
            if (e & 1) power = (unsigned __int128)power * factor % a;
            factor = (unsigned __int128)factor * factor % a;
        }
        if (power != 1) return 0;
    }
    return !isPrime;
}

typedef pair<long long, long long> Pair;
vector<Pair> readPairs() {
    int n;
    scanf("%d", &n);
    vector<Pair> pairs(n);
    for (auto& [l, r] : pairs) scanf("%lld %lld", &l, &r);
    return pairs;
}

// Pairs of rows that agree in what `key` says, by row.
template <class Key>
double equals(Key key) {
    map<decltype(key(Pair())), long long> counts;
    auto pairs = readPairs();
    for (auto& pair : pairs) counts[key(pair)]++;
    for (auto& [_, count] : counts) steps += count * (count - 1);
    return (double)steps / pairs.size();
}

// How deep intervals lie in each other.
double nesting() {
    auto pairs = readPairs();
    sort(pairs.begin(), pairs.end(), [](Pair a, Pair b) { return Pair(a.first, -a.second) < Pair(b.first, -b.second); });
    vector<long long> open;
    for (auto [l, r] : pairs) {
        while (!open.empty() && open.back() < r) open.pop_back();
        open.push_back(r);
        steps = max(steps, (long long)open.size());
    }
    return steps;
}

// Parts of the union of the intervals that are looked at where each new one is compared with all before it, by interval;
// how many parts too many there are where ends that touch do not join.
double unionParts(bool wantsError) {
    auto pairs = readPairs();
    sort(pairs.begin(), pairs.end());
    long long end = LLONG_MIN, parts = 0, openParts = 0;
    for (auto [l, r] : pairs) {
        parts += l > end;
        openParts += l >= end;
        steps += parts;
        end = max(end, r);
    }
    return wantsError ? openParts - parts : (double)steps / pairs.size();
}

// How many intervals have a point in common at most, less what a program finds that closes before it opens at one place, or
// that keeps the intervals in a set.
double overlapError(bool usesSet) {
    auto pairs = readPairs();
    auto overlap = [](const vector<Pair>& pairs, int closesFirst) {
        vector<Pair> events;
        for (auto [l, r] : pairs) events.push_back({l, 0}), events.push_back({r, closesFirst ? -1 : 1});
        sort(events.begin(), events.end());
        long long now = 0, most = 0;
        for (auto [_, kind] : events) most = max(most, now += kind == 0 ? 1 : -1);
        return most;
    };
    set<Pair> distinct(pairs.begin(), pairs.end());
    return overlap(pairs, false) - (usesSet ? overlap({distinct.begin(), distinct.end()}, false) : overlap(pairs, true));
}

long long cross(Pair o, Pair a, Pair b) {
    return (a.first - o.first) * (b.second - o.second) - (a.second - o.second) * (b.first - o.first);
}

// The corners of the lower hull (Andrew's monotone chain), points on its edges counted as well or not.
long long lowerHull(vector<Pair> points, bool keepsEdges) {
    sort(points.begin(), points.end());
    vector<Pair> hull;
    for (auto p : points) {
        while (hull.size() > 1) {
            long long turn = cross(hull[hull.size() - 2], hull.back(), p);
            if (keepsEdges ? turn >= 0 : turn > 0) break;
            hull.pop_back();
        }
        hull.push_back(p);
    }
    return hull.size();
}

// Points that are no corners although a hull has them that only drops right turns; points that gift wrapping looks at, by
// point: it goes through all of them for each corner.
double hull(bool wantsError) {
    auto points = readPairs();
    long long corners = lowerHull(points, false);
    return wantsError ? lowerHull(points, true) - corners : corners;
}

int main(int, char* argv[]) {
    string program = argv[1];
    double result = program == "quicksort-middle"        ? quicksort(false)
                    : program == "quicksort-median"      ? quicksort(true)
                    : program == "hash-table"            ? hashTable()
                    : program == "queue"                 ? queuePaths(true, false, false)
                    : program == "queue-slf"             ? queuePaths(true, true, false)
                    : program == "queue-slf-lll"         ? queuePaths(true, true, true)
                    : program == "queue-undirected"      ? queuePaths(false, false, false)
                    : program == "queue-undirected-slf"  ? queuePaths(false, true, false)
                    : program == "stale-heap"            ? staleHeap()
                    : program == "hashed-blocks"         ? hashedBlocks(stoull(argv[2]))
                    : program == "naive-search"          ? naiveSearch()
                    : program == "depth"                 ? tree(true)
                    : program == "degrees"               ? tree(false)
                    : program == "trial-division"        ? trialDivision()
                    : program == "euclid"                ? euclid()
                    : program == "quicksort-one-side"    ? quicksortOneSide()
                    : program == "majority"              ? majorityOffByOne()
                    : program == "rescans"               ? rescans()
                    : program == "prefix-overflow"       ? prefixOverflow()
                    : program == "search-tree"           ? searchTree()
                    : program == "divisors"              ? divisors()
                    : program == "logarithm"             ? logarithm()
                    : program == "fermat"                ? fermat()
                    : program == "nesting"               ? nesting()
                    : program == "union-parts"           ? unionParts(false)
                    : program == "union-open"            ? unionParts(true)
                    : program == "overlap-open"          ? overlapError(false)
                    : program == "overlap-set"           ? overlapError(true)
                    : program == "equal-first"           ? equals([](Pair p) { return p.first; })
                    : program == "equal-second"          ? equals([](Pair p) { return p.second; })
                    : program == "equal-both"            ? equals([](Pair p) { return p; })
                    : program == "buckets"               ? equals([](Pair p) { return Pair(p.first / 30'000'000, p.second / 30'000'000); })
                    : program == "hull-edges"            ? hull(true)
                    : program == "gift-wrapping"         ? hull(false)
                    : program == "sweep-by-x"            ? sweepByX()
                                                         : throw invalid_argument(program);
    printf("%.3f\n", result);
    return 0;
}
