// Wrong: takes 2 * 10^9 for infinity, but a reachable crossing can be farther than that.
#include <cstdio>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<std::pair<int, int>>> g(n + 1);
    for (int i = 0; i < m; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        g[u].push_back({v, w});
    }
    const long long inf = 2000000000;
    std::vector<long long> d(n + 1, inf);
    std::priority_queue<std::pair<long long, int>, std::vector<std::pair<long long, int>>, std::greater<>> q;
    d[1] = 0;
    q.push({0, 1});
    while (!q.empty()) {
        auto [x, u] = q.top();
        q.pop();
        if (x > d[u]) continue;
        for (auto [v, w] : g[u]) {
            if (x + w < d[v]) {
                d[v] = x + w;
                q.push({d[v], v});
            }
        }
    }
    printf("%lld\n", d[n] == inf ? -1 : d[n]);
    return 0;
}
