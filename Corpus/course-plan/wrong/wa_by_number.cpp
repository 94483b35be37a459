// Wrong: goes through the courses by number, as if u < v held for every relation.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<long long> a(n + 1), f(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%lld", &a[i]) != 1) return 1;
        f[i] = a[i];
    }
    std::vector<std::vector<int>> g(n + 1);
    for (int i = 0; i < m; i++) {
        int u, v;
        if (scanf("%d %d", &u, &v) != 2) return 1;
        g[u].push_back(v);
    }
    long long best = 0;
    for (int u = 1; u <= n; u++) {
        best = std::max(best, f[u]);
        for (int v : g[u]) f[v] = std::max(f[v], f[u] + a[v]);
    }
    printf("%lld\n", best);
    return 0;
}
