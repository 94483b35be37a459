// The parent of every vertex, -1 for the root. isOrdered: every parent is smaller than its child. Otherwise the labels
// are shuffled; keepsRoot: vertex 0 stays the root.
vector<long long> treeParents(const TreeKnob& knob, long long n, bool isOrdered, bool keepsRoot, int attempt) {
    vector<int> parent = knob.grow(n, attempt);
    vector<int> label(n);
    iota(label.begin(), label.end(), 0);
    if (isOrdered && knob.isShuffled()) {
        // Number the vertices in a random order in which parents come first.
        vector<vector<int>> children(n);
        for (int v = 1; v < n; v++) children[parent[v]].push_back(v);
        vector<int> ready(n > 0 ? 1 : 0, 0);
        for (int number = 0; number < n; number++) {
            swap(ready[rnd.next((int)ready.size())], ready.back());
            int v = ready.back();
            ready.pop_back();
            label[v] = number;
            ready.insert(ready.end(), children[v].begin(), children[v].end());
        }
    } else if (knob.isShuffled() && n > 0) {
        shuffle(label.begin() + (keepsRoot ? 1 : 0), label.end());
    }
    vector<long long> parents(n, -1);
    for (int v = 1; v < n; v++) parents[label[v]] = label[parent[v]];
    return parents;
}
