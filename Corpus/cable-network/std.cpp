#include <algorithm>
#include <cstdio>
#include <numeric>
#include <vector>

struct Edge {
    int u, v, cost;
};

std::vector<int> leader;

int find(int v) {
    while (leader[v] != v) v = leader[v] = leader[leader[v]];
    return v;
}

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<Edge> edges(m);
    for (auto &e : edges) {
        if (scanf("%d %d %d", &e.u, &e.v, &e.cost) != 3) return 1;
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) { return a.cost < b.cost; });
    leader.resize(n + 1);
    std::iota(leader.begin(), leader.end(), 0);
    long long total = 0;
    for (auto &e : edges) {
        int a = find(e.u), b = find(e.v);
        if (a == b) continue;
        leader[a] = b;
        total += e.cost;
    }
    printf("%lld\n", total);
    return 0;
}
