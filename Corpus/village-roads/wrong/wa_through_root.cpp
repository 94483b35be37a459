// Wrong: joins the two deepest branches of village 1, although the longest path may avoid village 1.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

std::vector<std::vector<std::pair<int, int>>> g;

long long depth(int u, int parent) {
    long long best = 0;
    for (auto [v, w] : g[u]) {
        if (v != parent) best = std::max(best, depth(v, u) + w);
    }
    return best;
}

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    g.resize(n + 1);
    for (int i = 1; i < n; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        g[u].push_back({v, w});
        g[v].push_back({u, w});
    }
    long long first = 0, second = 0;
    for (auto [v, w] : g[1]) {
        long long d = depth(v, 1) + w;
        if (d > first) {
            second = first;
            first = d;
        } else {
            second = std::max(second, d);
        }
    }
    printf("%lld\n", first + second);
    return 0;
}
