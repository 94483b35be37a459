// What a graph must be.
struct GraphRules {
    bool isDirected = false, allowsLoops = false, allowsMultiple = false, isConnected = false, isAcyclic = false;
    // The first end of every edge is the smaller one.
    bool isOrdered = false;
    // Two sides without edges inside; where `left` is given, the first ends are 0..left-1 and the second ends the rest.
    bool isBipartite = false;
    long long left = -1;
};

// A graph. Vertices count from 0.
//
// It grows over positions 0..n-1: first the edges of the shape (all vertices joined, where it must be connected), then
// random ones. At the end, positions become random labels.
struct GraphKnob : Knob {
    typedef pair<long long, long long> Edge;
    string shape = "random";

    GraphKnob(const string& name) : Knob(name) {}

    bool set(const string& setting) override {
        shape = setting;
        return knows(shape);
    }

    virtual bool knows(const string& shape) const {
        return isOneOf(shape, "random tree chain star cycle clique grid bipartite disconnected shortcuts backward");
    }

    bool draw(vector<Edge>& edges, long long vertexCount, long long edgeCount, const GraphRules& graphRules, int attempt) {
        n = vertexCount;
        m = edgeCount;
        rules = graphRules;
        work += n + m;
        built.clear();
        used.clear();
        costs.clear();
        isCosted = false;
        how = attempt < TRIES / 2 ? shape : "random";
        if (rules.isConnected && how == "random") how = "tree";
        if (m > 0 && n == 0) return reject("vertices for the edges");
        if (!placeSides()) return reject("two sides large enough for the edges");
        root.resize(rules.isAcyclic && !rules.isDirected ? n : 0);
        iota(root.begin(), root.end(), 0);
        buildCosted();
        buildShape();
        if (how == "disconnected") fill([&](int u, int v) { return (u < n / 2) == (v < n / 2); });
        if (how == "backward") thicken();
        if (how == "bipartite") fill([&](int u, int v) { return u % 2 != v % 2; });
        fill([](int, int) { return true; });
        if ((long long)built.size() != m || (rules.isConnected && m + 1 < n)) return reject("a graph with so many edges");
        edges.clear();
        for (auto& edge : built) edges.push_back(labelled(edge.first, edge.second));
        if (how == "backward") {
            reverse(edges.begin(), edges.end());
        } else {
            shuffleEdges(edges);
        }
        return true;
    }

protected:
    // Builds the edges of shapes that are about costs, where the knob knows such.
    virtual void buildCosted() {}

    // The cost of an edge that no short path should take.
    static const long long FAR = LLONG_MAX;
    // Whether the shape is about costs, and the cost of each edge.
    bool isCosted = false;
    vector<long long> costs;
    long long n = 0, m = 0;
    GraphRules rules;
    string how;
    // The side and the label of each position, and the positions of each side.
    vector<int> side, label, members[2];
    vector<pair<int, int>> built;
    unordered_set<long long> used;
    // Union-find, where an undirected graph must not have cycles.
    vector<int> root;

    int rootOf(int v) {
        while (root[v] != v) v = root[v] = root[root[v]];
        return v;
    }

    // Sides take turns over the positions, so that neighbours are on different sides as long as there are both.
    bool placeSides() {
        side.assign(n, 0);
        label.resize(n);
        iota(label.begin(), label.end(), 0);
        members[0].clear();
        members[1].clear();
        if (!rules.isBipartite) {
            // The way goes from the first vertex to the last.
            bool keepsEnds = isOneOf(how, "chain shortcuts cycle backward") || !GraphKnob::knows(how);
            if (!rules.isOrdered && n > 2) shuffle(label.begin() + keepsEnds, label.end() - keepsEnds);
            return true;
        }
        long long left = rules.left;
        if (left < 0) {
            auto fits = [&](long long a) {
                __int128 pairs = (__int128)a * (n - a) * (rules.isDirected && !rules.isAcyclic && !rules.isOrdered ? 2 : 1);
                return (m == 0 || pairs > 0) && (rules.allowsMultiple || pairs >= m) && (a > 0 || n == 0 || !rules.isConnected || n == 1);
            };
            left = uniform(0, n);
            for (int i = 0; i < 50 && !fits(left); i++) left = uniform(0, n);
            if (!fits(left)) left = n / 2;
            if (!fits(left)) return false;
        }
        vector<int> ofSide[2];
        for (int v = 0; v < n; v++) ofSide[v >= left].push_back(v);
        // Hidden sides mean nothing to the labels.
        if (rules.left < 0 && !rules.isOrdered) shuffle(label.begin(), label.end());
        if (rules.left >= 0) {
            shuffle(ofSide[0].begin(), ofSide[0].end());
            shuffle(ofSide[1].begin(), ofSide[1].end());
        }
        size_t next[2] = {0, 0};
        for (int p = 0; p < n; p++) {
            int s = p % 2;
            if (next[s] == ofSide[s].size()) s = 1 - s;
            side[p] = s;
            members[s].push_back(p);
            if (rules.left >= 0) label[p] = ofSide[s][next[s]];
            next[s]++;
        }
        return true;
    }

    // Adds an edge if the rules allow it.
    bool add(int u, int v, long long cost = FAR) {
        if ((long long)built.size() >= m || u >= n || v >= n) return false;
        if (u == v && (!rules.allowsLoops || rules.isAcyclic || rules.isOrdered)) return false;
        if (rules.isBipartite && side[u] == side[v]) return false;
        if (rules.isDirected && rules.isAcyclic && u > v) swap(u, v);
        bool hasDirection = rules.isDirected && !rules.isOrdered;
        long long key = hasDirection ? u * n + v : min(u, v) * n + max(u, v);
        if (!rules.allowsMultiple && !used.insert(key).second) return false;
        if (!root.empty()) {
            if (rootOf(u) == rootOf(v)) return false;
            root[rootOf(u)] = rootOf(v);
        }
        built.push_back({u, v});
        costs.push_back(cost);
        return true;
    }

    // Joins a position with an earlier one: the wish, or one on the other side.
    void attach(int v, int wish) {
        if (!rules.isBipartite || side[wish] != side[v]) {
            add(wish, v);
            return;
        }
        const vector<int>& others = members[1 - side[v]];
        int earlier = lower_bound(others.begin(), others.end(), v) - others.begin();
        if (earlier == 0) return;
        add(others[how == "star" ? 0 : how == "tree" ? rnd.next(earlier) : earlier - 1], v);
    }

    void buildShape() {
        bool isTree = how == "tree" || how == "chain" || how == "star" || how == "cycle" || how == "shortcuts" || how == "backward" || how == "grid";
        int width = max(1, (int)sqrt((double)n));
        // What a clique may take beside the edges that join all vertices.
        long long spare = rules.isConnected ? m - (n - 1) : m;
        for (int v = 1; v < n && (isTree || rules.isConnected || how == "clique"); v++) {
            size_t before = built.size();
            if (how == "clique") {
                if (rules.isConnected) attach(v, spare > 0 ? v - 1 : rnd.next(v));
                before = built.size();
                for (int u = 0; u < v && spare > (long long)(built.size() - before); u++) {
                    add(u, v);
                    if (rules.isDirected && spare > (long long)(built.size() - before)) add(v, u);
                }
                spare -= built.size() - before;
                if (spare <= 0 && !rules.isConnected) break;
            } else if (how == "chain" || how == "cycle" || how == "shortcuts" || how == "backward") {
                attach(v, v - 1);
            } else if (how == "star") {
                attach(v, 0);
            } else if (how == "grid") {
                attach(v, v % width != 0 ? v - 1 : v - width);
            } else {
                attach(v, rnd.next(v));
            }
        }
        if (how == "cycle" && n > 1) add(n - 1, 0);
        for (int v = 0; v < n && how == "grid"; v++) add(v, v + width);
        for (int v = 0; v < n && how == "shortcuts"; v++) add(v, v + 2);
    }

    // Adds edges that hardly shorten the long path: back along it where edges have a direction, else as short as can be.
    void thicken() {
        bool turnsBack = rules.isDirected && !rules.isAcyclic && !rules.isOrdered;
        long long tries = 20 * m + 1000;
        for (long long width = turnsBack ? 1 : 2; width < n && tries > 0; width++)
            for (long long v = 0; v + width < n && (long long)built.size() < m && tries > 0; v++, tries--) {
                if (turnsBack) add(v + width, v);
                else add(v, v + width);
            }
    }

    // Adds random edges that the filter lets through, as long as some are missing.
    template <class Filter>
    void fill(Filter filter) {
        bool hasSides = rules.isBipartite;
        long long firsts = hasSides ? members[0].size() : n;
        long long seconds = hasSides ? members[1].size() : n;
        if (firsts == 0 || seconds == 0 || (long long)built.size() == m) return;
        auto first = [&](long long i) { return hasSides ? members[0][i] : (int)i; };
        auto second = [&](long long i) { return hasSides ? members[1][i] : (int)i; };
        bool turns = rules.isDirected && hasSides && rules.left < 0;
        if ((__int128)firsts * seconds <= 8 * (__int128)m + 1000 && !rules.allowsMultiple) {
            // Nearly all pairs are needed: list them.
            vector<pair<int, int>> pairs;
            for (long long i = 0; i < firsts; i++)
                for (long long j = 0; j < seconds; j++) {
                    int u = first(i), v = second(j);
                    if (!hasSides && !rules.isDirected && u > v) continue;
                    if (filter(u, v)) pairs.push_back({u, v});
                    if (filter(u, v) && turns) pairs.push_back({v, u});
                }
            shuffle(pairs.begin(), pairs.end());
            for (auto& pair : pairs) add(pair.first, pair.second);
            return;
        }
        for (long long tries = 50 * m + 1000; tries > 0 && (long long)built.size() < m; tries--) {
            int u = first(uniform(0, firsts - 1));
            int v = second(uniform(0, seconds - 1));
            if (turns && rnd.next(2) == 0) swap(u, v);
            // Loops and repeated edges would be rare among random pairs.
            int whim = rules.allowsLoops || rules.allowsMultiple ? rnd.next(20) : -1;
            if (whim == 0 && rules.allowsLoops) v = u;
            if (whim == 1 && rules.allowsMultiple && !built.empty()) {
                auto& copied = built[rnd.next((int)built.size())];
                u = copied.first;
                v = copied.second;
            }
            if (filter(u, v)) add(u, v);
        }
    }

    void shuffleEdges(vector<Edge>& edges) {
        for (int i = (int)edges.size() - 1; i > 0; i--) {
            int other = rnd.next(i + 1);
            swap(edges[i], edges[other]);
            swap(costs[i], costs[other]);
        }
    }

    Edge labelled(int u, int v) {
        long long a = label[u], b = label[v];
        if (rules.left >= 0) return side[u] == 0 ? Edge{a, b - rules.left} : Edge{b, a - rules.left};
        bool isTurned = rules.isOrdered ? a > b : !rules.isDirected && rnd.next(2) == 0;
        return isTurned ? Edge{b, a} : Edge{a, b};
    }
};
