// The edges of a tree; labels, order and direction are shuffled unless the shape says otherwise.
vector<pair<long long, long long>> treeEdges(const TreeKnob& knob, long long n, int attempt) {
    vector<int> parent = knob.grow(n, attempt);
    vector<int> label(n);
    iota(label.begin(), label.end(), 0);
    if (knob.isShuffled()) shuffle(label.begin(), label.end());
    vector<pair<long long, long long>> edges;
    for (int v = 1; v < n; v++) edges.push_back({label[parent[v]], label[v]});
    if (knob.isShuffled()) {
        for (auto& edge : edges)
            if (rnd.next(2) == 0) swap(edge.first, edge.second);
        shuffle(edges.begin(), edges.end());
    }
    return edges;
}
