// Whether all n vertices hang together.
bool isConnected(long long n, const Edges& edges) {
    // Too few edges; asked first, so that a large n with few edges takes no memory.
    if ((long long)edges.size() < n - 1) return false;
    DisjointSets sets(n);
    long long parts = n;
    for (auto [u, v] : edges) parts -= sets.join(u, v);
    return parts <= 1;
}
