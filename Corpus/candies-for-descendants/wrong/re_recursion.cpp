// Crashes: recursion as deep as the family overflows the stack if everybody has one child.
#include <cstdio>
#include <utility>
#include <vector>

std::vector<std::vector<int>> children;
std::vector<std::vector<std::pair<int, int>>> boxes;
std::vector<long long> candies, due;

void visit(int v, int level) {
    std::vector<std::pair<int, int>> reaching;
    for (auto [d, x] : boxes[v]) {
        if (level + d < int(due.size())) reaching.push_back({level + d, x});
    }
    for (auto [l, x] : reaching) due[l] += x;
    candies[v] = due[level];
    for (int u : children[v]) visit(u, level + 1);
    for (auto [l, x] : reaching) due[l] -= x;
}

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    children.resize(n + 1);
    boxes.resize(n + 1);
    candies.resize(n + 1);
    due.resize(n);
    for (int v = 2; v <= n; v++) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        children[p].push_back(v);
    }
    while (q--) {
        int v, d, x;
        if (scanf("%d %d %d", &v, &d, &x) != 3) return 1;
        boxes[v].push_back({d, x});
    }
    visit(1, 0);
    for (int v = 1; v <= n; v++) printf("%lld%c", candies[v], v < n ? ' ' : '\n');
    return 0;
}
