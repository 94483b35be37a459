// Slow: Prim's algorithm that scans all buildings for the next one, O(n^2).
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<std::pair<int, int>>> g(n + 1);
    for (int i = 0; i < m; i++) {
        int u, v, c;
        if (scanf("%d %d %d", &u, &v, &c) != 3) return 1;
        g[u].push_back({v, c});
        g[v].push_back({u, c});
    }
    const int far = 2000000000;
    std::vector<int> key(n + 1, far);
    std::vector<bool> done(n + 1);
    key[1] = 0;
    long long total = 0;
    for (int step = 0; step < n; step++) {
        int u = 0;
        for (int v = 1; v <= n; v++) {
            if (!done[v] && (u == 0 || key[v] < key[u])) u = v;
        }
        done[u] = true;
        total += key[u];
        for (auto [v, c] : g[u]) {
            if (!done[v] && c < key[v]) key[v] = c;
        }
    }
    printf("%lld\n", total);
    return 0;
}
