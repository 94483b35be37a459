#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> parent(n + 1), size(n + 1, 1), level(n + 1), first(n + 1), next(n + 1);
    for (int v = 2; v <= n; v++) {
        if (scanf("%d", &parent[v]) != 1) return 1;
        level[v] = level[parent[v]] + 1;
    }
    for (int v = n; v >= 2; v--) size[parent[v]] += size[v];
    // first: the preorder numbers, from 0; next: the first one still free among the children.
    next[1] = 1;
    for (int v = 2; v <= n; v++) {
        first[v] = next[parent[v]];
        next[parent[v]] += size[v];
        next[v] = first[v] + 1;
    }
    std::vector<int> preorder(n);
    for (int v = 1; v <= n; v++) preorder[first[v]] = v;
    // members: the preorder numbers of the persons of each level, ascending.
    std::vector<std::vector<int>> members(n);
    std::vector<std::vector<long long>> change(n);
    for (int p = 0; p < n; p++) members[level[preorder[p]]].push_back(p);
    for (int d = 0; d < n; d++) change[d].resize(members[d].size() + 1);
    while (q--) {
        int v, d, x;
        if (scanf("%d %d %d", &v, &d, &x) != 3) return 1;
        int l = level[v] + d;
        if (l >= n) continue;
        auto position = [&](int p) { return std::lower_bound(members[l].begin(), members[l].end(), p) - members[l].begin(); };
        change[l][position(first[v])] += x;
        change[l][position(first[v] + size[v])] -= x;
    }
    std::vector<long long> candies(n + 1);
    for (int d = 0; d < n; d++) {
        long long sum = 0;
        for (size_t i = 0; i < members[d].size(); i++) {
            sum += change[d][i];
            candies[preorder[members[d][i]]] = sum;
        }
    }
    for (int v = 1; v <= n; v++) printf("%lld%c", candies[v], v < n ? ' ' : '\n');
    return 0;
}
