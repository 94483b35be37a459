// Whether no edges form a cycle; two edges between the same ends are one.
bool isForest(long long n, const Edges& edges) {
    DisjointSets sets(n);
    for (auto [u, v] : edges)
        if (!sets.join(u, v)) return false;
    return true;
}
