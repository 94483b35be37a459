// Slow: hands out the candies of every box one generation after the other, O(NQ).
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<std::vector<int>> children(n + 1);
    for (int v = 2; v <= n; v++) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        children[p].push_back(v);
    }
    std::vector<long long> candies(n + 1);
    std::vector<int> now, then;
    while (q--) {
        int v, d, x;
        if (scanf("%d %d %d", &v, &d, &x) != 3) return 1;
        now = {v};
        for (; d > 0 && !now.empty(); d--) {
            then.clear();
            for (int u : now) then.insert(then.end(), children[u].begin(), children[u].end());
            now.swap(then);
        }
        for (int u : now) candies[u] += x;
    }
    for (int v = 1; v <= n; v++) printf("%lld%c", candies[v], v < n ? ' ' : '\n');
    return 0;
}
