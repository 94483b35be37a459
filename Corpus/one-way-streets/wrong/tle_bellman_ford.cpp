// Slow: Bellman-Ford, O(nm) when the streets of a long path come in the reverse order.
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<int> u(m), v(m), w(m);
    for (int i = 0; i < m; i++) {
        if (scanf("%d %d %d", &u[i], &v[i], &w[i]) != 3) return 1;
    }
    const long long inf = 1LL << 60;
    std::vector<long long> d(n + 1, inf);
    d[1] = 0;
    bool changed = true;
    while (changed) {
        changed = false;
        for (int i = 0; i < m; i++) {
            if (d[u[i]] + w[i] < d[v[i]] && d[u[i]] < inf) {
                d[v[i]] = d[u[i]] + w[i];
                changed = true;
            }
        }
    }
    printf("%lld\n", d[n] == inf ? -1 : d[n]);
    return 0;
}
