// Wrong: the total can reach 10^14, which does not fit into 32 bits.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<int> a(n + 1), f(n + 1), degree(n + 1), order;
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
    }
    std::vector<std::vector<int>> g(n + 1);
    for (int i = 0; i < m; i++) {
        int u, v;
        if (scanf("%d %d", &u, &v) != 2) return 1;
        g[u].push_back(v);
        degree[v]++;
    }
    for (int i = 1; i <= n; i++) {
        if (degree[i] == 0) order.push_back(i);
    }
    int best = 0;
    for (size_t head = 0; head < order.size(); head++) {
        int u = order[head];
        int total = int(unsigned(f[u]) + unsigned(a[u]));
        best = std::max(best, total);
        for (int v : g[u]) {
            f[v] = std::max(f[v], total);
            if (--degree[v] == 0) order.push_back(v);
        }
    }
    printf("%d\n", best);
    return 0;
}
