// Wrong: adds up the subtrees from n down to 1, as if every parent had a smaller number.
#include <cstdio>
#include <vector>

int main() {
    int n, root = 1;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> p(n + 1), w(n + 1), size(n + 1, 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d %d", &p[i], &w[i]) != 2) return 1;
        if (p[i] == 0) root = i;
    }
    std::vector<long long> sum(n + 1);
    for (int v = n; v >= 1; v--) {
        if (p[v] == 0) continue;
        size[p[v]] += size[v];
        sum[root] += 1LL * size[v] * w[v];
    }
    for (int v = 1; v <= n; v++) {
        if (p[v] != 0) sum[v] = sum[p[v]] + 1LL * (n - 2 * size[v]) * w[v];
    }
    int best = 1;
    for (int i = 2; i <= n; i++) {
        if (sum[i] < sum[best]) best = i;
    }
    printf("%lld %d\n", sum[best], best);
    return 0;
}
