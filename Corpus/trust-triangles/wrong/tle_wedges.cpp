// Slow: looks at every two friends of every person, O(m^2) when one person has many friends.
#include <cstdio>
#include <unordered_set>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n, m;
        if (scanf("%d %d", &n, &m) != 2) return 1;
        std::vector<std::vector<int>> friends(n + 1);
        std::unordered_set<long long> pairs;
        for (int i = 0; i < m; i++) {
            int u, v;
            if (scanf("%d %d", &u, &v) != 2) return 1;
            friends[u].push_back(v);
            friends[v].push_back(u);
            pairs.insert(1LL * u * (n + 1) + v);
            pairs.insert(1LL * v * (n + 1) + u);
        }
        long long triangles = 0;
        for (int a = 1; a <= n; a++) {
            for (size_t i = 0; i < friends[a].size(); i++) {
                for (size_t j = 0; j < i; j++) triangles += pairs.count(1LL * friends[a][i] * (n + 1) + friends[a][j]);
            }
        }
        printf("%lld\n", triangles / 3);
    }
    return 0;
}
