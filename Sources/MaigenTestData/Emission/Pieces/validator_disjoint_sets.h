// Which vertices are connected so far; they are counted from 0.
struct DisjointSets {
    vector<int> parent;

    explicit DisjointSets(long long n) : parent(n) {
        for (long long v = 0; v < n; v++) parent[v] = (int)v;
    }

    int find(long long vertex) {
        int v = (int)vertex;
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    }

    // Connects two vertices; false where they were connected before.
    bool join(long long u, long long v) {
        const int a = find(u), b = find(v);
        parent[a] = b;
        return a != b;
    }
};
