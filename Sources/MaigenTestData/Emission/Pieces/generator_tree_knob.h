// A tree. Vertices count from 0.
struct TreeKnob : Knob {
    string shape = "random";

    TreeKnob(const string& name) : Knob(name) {}

    bool set(const string& setting) override {
        shape = setting;
        return isOneOf(shape, "random uniform tall chain identity-chain star caterpillar broom binary chain-binary spines");
    }

    // The parent of each vertex but 0; parents have smaller numbers than their children.
    vector<int> grow(int n, int attempt = 0) const {
        work += n;
        string how = attempt < TRIES / 2 ? shape : "random";
        if (how == "uniform") return uniformTree(n);
        vector<int> parent(n, -1);
        int half = (n + 1) / 2;
        int block = max(1, (int)sqrt((double)n));
        // Spines: the chain that grows, and its first vertex.
        int head = 0, length = 2 * block - 1;
        for (int v = 1; v < n; v++) {
            if (how == "random") parent[v] = rnd.next(v);
            if (how == "tall") parent[v] = v - 1 - rnd.next(min(v, 4));
            if (how == "chain" || how == "identity-chain") parent[v] = v - 1;
            if (how == "star") parent[v] = 0;
            if (how == "caterpillar") parent[v] = v < half ? v - 1 : rnd.next(half);
            if (how == "broom") parent[v] = v < half ? v - 1 : half - 1;
            if (how == "binary") parent[v] = (v - 1) / 2;
            // A binary tree of blocks; each block is a chain and hangs on the last vertex of its parent.
            if (how == "spines") {
                // Chains of falling lengths, each hung on the first vertex of the one before.
                bool isNew = v - head == length;
                parent[v] = isNew ? head : v - 1;
                if (isNew) head = v, length = max(1, length - 2);
            }
            if (how == "chain-binary") parent[v] = v % block != 0 ? v - 1 : (v / block - 1) / 2 * block + block - 1;
        }
        return parent;
    }

    bool isShuffled() const { return shape != "identity-chain"; }

private:
    // Every labelled tree equally likely: a random Pruefer code, then the order of a breadth-first search.
    static vector<int> uniformTree(int n) {
        vector<vector<int>> near(n);
        auto join = [&](int a, int b) {
            near[a].push_back(b);
            near[b].push_back(a);
        };
        vector<int> code(max(0, n - 2)), degree(n, 1);
        for (int& v : code) {
            v = rnd.next(n);
            degree[v]++;
        }
        int pointer = 0;
        while (pointer < n && degree[pointer] != 1) pointer++;
        int leaf = pointer;
        for (int v : code) {
            join(leaf, v);
            if (--degree[v] == 1 && v < pointer) {
                leaf = v;
            } else {
                do pointer++;
                while (degree[pointer] != 1);
                leaf = pointer;
            }
        }
        if (n > 1) join(leaf, n - 1);
        vector<int> parent(n, -1), number(n, -1), queue;
        if (n > 0) {
            queue.push_back(rnd.next(n));
            number[queue[0]] = 0;
        }
        for (size_t i = 0; i < queue.size(); i++)
            for (int next : near[queue[i]])
                if (number[next] < 0) {
                    number[next] = queue.size();
                    parent[number[next]] = i;
                    queue.push_back(next);
                }
        return parent;
    }
};
