// Wrong: the total cost can reach about 10^14, which does not fit into 32 bits.
#include <algorithm>
#include <cstdio>
#include <numeric>
#include <vector>

struct Edge {
    int u, v, cost;
};

std::vector<int> leader;

int find(int v) { return leader[v] == v ? v : leader[v] = find(leader[v]); }

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
    unsigned total = 0;
    for (auto &e : edges) {
        int a = find(e.u), b = find(e.v);
        if (a == b) continue;
        leader[a] = b;
        total += unsigned(e.cost);
    }
    printf("%d\n", int(total));
    return 0;
}
