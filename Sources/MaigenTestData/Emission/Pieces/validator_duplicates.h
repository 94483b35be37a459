// Whether two edges have the same ends.
bool hasDuplicates(Edges edges, bool isDirected) {
    for (auto& edge : edges)
        if (!isDirected && edge.first > edge.second) swap(edge.first, edge.second);
    sort(edges.begin(), edges.end());
    return adjacent_find(edges.begin(), edges.end()) != edges.end();
}
