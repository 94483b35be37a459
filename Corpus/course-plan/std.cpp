#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<long long> credit(n + 1), before(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%lld", &credit[i]) != 1) return 1;
    }
    std::vector<std::vector<int>> next(n + 1);
    std::vector<int> waiting(n + 1), order;
    for (int i = 0; i < m; i++) {
        int u, v;
        if (scanf("%d %d", &u, &v) != 2) return 1;
        next[u].push_back(v);
        waiting[v]++;
    }
    for (int i = 1; i <= n; i++) {
        if (waiting[i] == 0) order.push_back(i);
    }
    long long best = 0;
    for (size_t head = 0; head < order.size(); head++) {
        int u = order[head];
        long long total = before[u] + credit[u];
        best = std::max(best, total);
        for (int v : next[u]) {
            before[v] = std::max(before[v], total);
            if (--waiting[v] == 0) order.push_back(v);
        }
    }
    printf("%lld\n", best);
    return 0;
}
