// Wrong: takes the descendants of a person for those numbered from the person to its last descendant, which holds for some families only.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> parent(n + 1), last(n + 1), level(n + 1);
    std::vector<std::vector<int>> members(n);
    members[0].push_back(1);
    for (int v = 2; v <= n; v++) {
        if (scanf("%d", &parent[v]) != 1) return 1;
        level[v] = level[parent[v]] + 1;
        members[level[v]].push_back(v);
    }
    for (int v = n; v >= 1; v--) {
        last[v] = std::max(last[v], v);
        last[parent[v]] = std::max(last[parent[v]], last[v]);
    }
    std::vector<std::vector<long long>> change(n);
    for (int d = 0; d < n; d++) change[d].resize(members[d].size() + 1);
    while (q--) {
        int v, d, x;
        if (scanf("%d %d %d", &v, &d, &x) != 3) return 1;
        int l = level[v] + d;
        if (l >= n) continue;
        auto &m = members[l];
        change[l][std::lower_bound(m.begin(), m.end(), v) - m.begin()] += x;
        change[l][std::upper_bound(m.begin(), m.end(), last[v]) - m.begin()] -= x;
    }
    std::vector<long long> candies(n + 1);
    for (int d = 0; d < n; d++) {
        long long sum = 0;
        for (size_t i = 0; i < members[d].size(); i++) {
            sum += change[d][i];
            candies[members[d][i]] = sum;
        }
    }
    for (int v = 1; v <= n; v++) printf("%lld%c", candies[v], v < n ? ' ' : '\n');
    return 0;
}
