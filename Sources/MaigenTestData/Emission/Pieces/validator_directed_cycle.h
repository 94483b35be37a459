// Kahn's algorithm: vertices without an incoming edge are taken away one by one; those on a cycle stay.
bool hasDirectedCycle(long long n, const Edges& edges) {
    vector<int> incoming(n);
    vector<vector<int>> targets(n);
    for (auto [u, v] : edges) {
        targets[u].push_back((int)v);
        incoming[v]++;
    }
    vector<int> taken;
    for (int v = 0; v < n; v++)
        if (incoming[v] == 0) taken.push_back(v);
    for (size_t i = 0; i < taken.size(); i++)
        for (int v : targets[taken[i]])
            if (--incoming[v] == 0) taken.push_back(v);
    return (long long)taken.size() < n;
}
