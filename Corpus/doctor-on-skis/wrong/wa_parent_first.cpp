// Wrong: believes that the first village of every track is the one closer to village 1.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n, k;
        if (scanf("%d %d", &n, &k) != 2) return 1;
        std::vector<int> calls(k);
        for (auto &x : calls) {
            if (scanf("%d", &x) != 1) return 1;
        }
        std::vector<int> parent(n + 1), up(n + 1);
        for (int i = 1; i < n; i++) {
            int u, v, w;
            if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
            parent[v] = u;
            up[v] = w;
        }
        std::vector<long long> depth(n + 1, -1);
        depth[1] = 0;
        depth[0] = 0;
        long long farthest = 0, tracks = 0;
        for (int x : calls) {
            std::vector<int> way;
            for (int v = x; depth[v] < 0 && int(way.size()) <= n; v = parent[v]) way.push_back(v);
            for (; !way.empty(); way.pop_back()) {
                int v = way.back();
                depth[v] = std::max(0LL, depth[parent[v]]) + up[v];
                tracks += up[v];
            }
            farthest = std::max(farthest, depth[x]);
        }
        printf("%lld\n", 2 * tracks - farthest);
    }
    return 0;
}
