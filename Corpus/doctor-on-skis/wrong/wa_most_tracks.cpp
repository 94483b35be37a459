// Wrong: ends the trip in the village that has the greatest number of tracks on the way, instead of the one farthest away in time.
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
        std::vector<int> order = {1}, parent(n + 1), up(n + 1), level(n + 1);
        std::vector<long long> depth(n + 1);
        for (int i = 0; i < int(order.size()); i++) {
            int u = order[i];
            for (auto [v, w] : g[u]) {
                if (v == parent[u]) continue;
                parent[v] = u;
                up[v] = w;
                level[v] = level[u] + 1;
                depth[v] = depth[u] + w;
                order.push_back(v);
            }
        }
        int last = 1;
        for (int x : calls) {
            if (level[x] > level[last] || (level[x] == level[last] && depth[x] > depth[last])) last = x;
        }
        long long tracks = 0;
        for (int i = n - 1; i > 0; i--) {
            int v = order[i];
            if (!needed[v]) continue;
            tracks += up[v];
            needed[parent[v]] = 1;
        }
        printf("%lld\n", 2 * tracks - depth[last]);
    }
    return 0;
}
