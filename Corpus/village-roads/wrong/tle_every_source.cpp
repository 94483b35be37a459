// Slow: walks over the tree from every village, O(n^2).
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<std::vector<std::pair<int, int>>> g(n + 1);
    for (int i = 1; i < n; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        g[u].push_back({v, w});
        g[v].push_back({u, w});
    }
    long long best = 0;
    std::vector<long long> d(n + 1);
    std::vector<int> parent(n + 1), queue(n);
    for (int s = 1; s <= n; s++) {
        int head = 0, tail = 0;
        queue[tail++] = s;
        parent[s] = 0;
        d[s] = 0;
        while (head < tail) {
            int u = queue[head++];
            best = std::max(best, d[u]);
            for (auto [v, w] : g[u]) {
                if (v == parent[u]) continue;
                parent[v] = u;
                d[v] = d[u] + w;
                queue[tail++] = v;
            }
        }
    }
    printf("%lld\n", best);
    return 0;
}
