// Slow: climbs from every patient to the root without stopping at tracks already counted, O(nk).
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n, k;
        if (scanf("%d %d", &n, &k) != 2) return 1;
        std::vector<int> calls(k);
        for (auto &x : calls) {
            if (scanf("%d", &x) != 1) return 1;
        }
        std::vector<std::vector<std::pair<int, int>>> g(n + 1);
        for (int i = 1; i < n; i++) {
            int u, v, w;
            if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
            g[u].push_back({v, w});
            g[v].push_back({u, w});
        }
        std::vector<int> order = {1}, parent(n + 1), up(n + 1);
        for (int i = 0; i < int(order.size()); i++) {
            int u = order[i];
            for (auto [v, w] : g[u]) {
                if (v == parent[u]) continue;
                parent[v] = u;
                up[v] = w;
                order.push_back(v);
            }
        }
        std::vector<char> counted(n + 1);
        long long farthest = 0, tracks = 0;
        for (int x : calls) {
            long long depth = 0;
            for (int v = x; v != 1; v = parent[v]) {
                depth += up[v];
                if (!counted[v]) tracks += up[v];
                counted[v] = 1;
            }
            farthest = std::max(farthest, depth);
        }
        printf("%lld\n", 2 * tracks - farthest);
    }
    return 0;
}
