// Whether the vertices have two sides such that every edge leads from one to the other: each vertex v has a double
// v + n on the other side, and no vertex may be connected with its own double.
bool isBipartite(long long n, const Edges& edges) {
    DisjointSets sets(2 * n);
    for (auto [u, v] : edges) {
        sets.join(u, v + n);
        sets.join(u + n, v);
    }
    for (long long v = 0; v < n; v++)
        if (sets.find(v) == sets.find(v + n)) return false;
    return true;
}
