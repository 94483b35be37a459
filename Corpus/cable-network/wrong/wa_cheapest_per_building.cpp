// Wrong: takes the cheapest connection of every building, which need not make the network connected.
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<int> u(m), v(m), c(m), best(n + 1, -1);
    for (int i = 0; i < m; i++) {
        if (scanf("%d %d %d", &u[i], &v[i], &c[i]) != 3) return 1;
        for (int x : {u[i], v[i]}) {
            if (best[x] == -1 || c[i] < c[best[x]]) best[x] = i;
        }
    }
    std::vector<bool> used(m);
    long long total = 0;
    for (int x = 1; x <= n; x++) {
        if (used[best[x]]) continue;
        used[best[x]] = true;
        total += c[best[x]];
    }
    printf("%lld\n", total);
    return 0;
}
