// Slow: walks along every chain without remembering results, exponentially many chains.
#include <algorithm>
#include <cstdio>
#include <vector>

std::vector<long long> a;
std::vector<std::vector<int>> g;

long long walk(int u) {
    long long best = 0;
    for (int v : g[u]) best = std::max(best, walk(v));
    return best + a[u];
}

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    a.resize(n + 1);
    g.resize(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%lld", &a[i]) != 1) return 1;
    }
    for (int i = 0; i < m; i++) {
        int u, v;
        if (scanf("%d %d", &u, &v) != 2) return 1;
        g[u].push_back(v);
    }
    long long best = 0;
    for (int u = 1; u <= n; u++) best = std::max(best, walk(u));
    printf("%lld\n", best);
    return 0;
}
