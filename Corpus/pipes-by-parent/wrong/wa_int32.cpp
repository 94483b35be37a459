// Wrong: a sum of distances can reach about 10^14, which does not fit into 32 bits.
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
    std::vector<unsigned> size(n + 1, 1), sum(n + 1);
    for (int k = n - 1; k > 0; k--) {
        int v = order[k];
        size[p[v]] += size[v];
        sum[order[0]] += size[v] * unsigned(w[v]);
    }
    for (int k = 1; k < n; k++) {
        int v = order[k];
        sum[v] = sum[p[v]] + (unsigned(n) - 2 * size[v]) * unsigned(w[v]);
    }
    int best = 1;
    for (int i = 2; i <= n; i++) {
        if (int(sum[i]) < int(sum[best])) best = i;
    }
    printf("%d %d\n", int(sum[best]), best);
    return 0;
}
