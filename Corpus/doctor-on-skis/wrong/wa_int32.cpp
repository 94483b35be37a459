// Wrong: times can reach about 4 * 10^14 seconds, which does not fit into 32 bits.
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
        std::vector<char> needed(n + 1);
        std::vector<int> calls(k);
        for (auto &x : calls) {
            if (scanf("%d", &x) != 1) return 1;
            needed[x] = 1;
        }
        std::vector<std::vector<std::pair<int, int>>> g(n + 1);
        for (int i = 1; i < n; i++) {
            int u, v, w;
            if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
            g[u].push_back({v, w});
            g[v].push_back({u, w});
        }
        std::vector<int> order = {1}, parent(n + 1), up(n + 1);
        std::vector<unsigned> depth(n + 1);
        for (int i = 0; i < int(order.size()); i++) {
            int u = order[i];
            for (auto [v, w] : g[u]) {
                if (v == parent[u]) continue;
                parent[v] = u;
                up[v] = w;
                depth[v] = depth[u] + unsigned(w);
                order.push_back(v);
            }
        }
        unsigned farthest = 0, tracks = 0;
        for (int x : calls) farthest = std::max(farthest, depth[x]);
        for (int i = n - 1; i > 0; i--) {
            int v = order[i];
            if (!needed[v]) continue;
            tracks += unsigned(up[v]);
            needed[parent[v]] = 1;
        }
        printf("%d\n", int(2 * tracks - farthest));
    }
    return 0;
}
