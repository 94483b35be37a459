// Slow: measures the distances from every village anew, O(n^2).
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<std::vector<std::pair<int, int>>> pipes(n + 1);
    for (int i = 1; i <= n; i++) {
        int p, w;
        if (scanf("%d %d", &p, &w) != 2) return 1;
        if (p == 0) continue;
        pipes[i].push_back({p, w});
        pipes[p].push_back({i, w});
    }
    long long best = -1;
    int where = 0;
    std::vector<long long> far(n + 1);
    std::vector<int> from(n + 1), queue;
    for (int s = 1; s <= n; s++) {
        queue = {s};
        from[s] = 0;
        far[s] = 0;
        long long sum = 0;
        for (size_t k = 0; k < queue.size(); k++) {
            int v = queue[k];
            sum += far[v];
            for (auto [u, w] : pipes[v]) {
                if (u == from[v]) continue;
                from[u] = v;
                far[u] = far[v] + w;
                queue.push_back(u);
            }
        }
        if (best == -1 || sum < best) {
            best = sum;
            where = s;
        }
    }
    printf("%lld %d\n", best, where);
    return 0;
}
