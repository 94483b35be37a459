// Wrong: among equally good villages prefers the one with the greatest number.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> p(n + 1), w(n + 1), order;
    std::vector<std::vector<int>> below(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d %d", &p[i], &w[i]) != 2) return 1;
        if (p[i] == 0) order.push_back(i);
        else below[p[i]].push_back(i);
    }
    for (int k = 0; k < n; k++) {
        for (int v : below[order[k]]) order.push_back(v);
    }
    std::vector<int> size(n + 1, 1);
    std::vector<long long> sum(n + 1);
    for (int k = n - 1; k > 0; k--) {
        int v = order[k];
        size[p[v]] += size[v];
        sum[order[0]] += 1LL * size[v] * w[v];
    }
    for (int k = 1; k < n; k++) {
        int v = order[k];
        sum[v] = sum[p[v]] + 1LL * (n - 2 * size[v]) * w[v];
    }
    int best = 1;
    for (int i = 2; i <= n; i++) {
        if (sum[i] <= sum[best]) best = i;
    }
    printf("%lld %d\n", sum[best], best);
    return 0;
}
