// Wrong: a distance can reach about 10^14, which does not fit into 32 bits.
#include <cstdio>
#include <utility>
#include <vector>

int n, far;
std::vector<std::vector<std::pair<int, int>>> g;
std::vector<unsigned> d;

void walk(int u, int parent) {
    if (int(d[u]) > int(d[far])) far = u;
    for (auto [v, w] : g[u]) {
        if (v == parent) continue;
        d[v] = d[u] + unsigned(w);
        walk(v, u);
    }
}

int main() {
    if (scanf("%d", &n) != 1) return 1;
    g.resize(n + 1);
    d.assign(n + 1, 0);
    for (int i = 1; i < n; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        g[u].push_back({v, w});
        g[v].push_back({u, w});
    }
    far = 1;
    walk(1, 0);
    d.assign(n + 1, 0);
    walk(far, 0);
    printf("%d\n", int(d[far]));
    return 0;
}
