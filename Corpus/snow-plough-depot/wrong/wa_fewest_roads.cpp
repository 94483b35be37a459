// Wrong: takes the way with the fewest roads, and the quickest one among those only.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<std::pair<int, int>>> roads(n);
    while (m--) {
        int a, b, t;
        if (scanf("%d %d %d", &a, &b, &t) != 3) return 1;
        roads[a].push_back({b, t});
        roads[b].push_back({a, t});
    }
    const long long never = 4000000000000000000LL;
    std::vector<int> level(n, -1), queue = {0};
    std::vector<long long> time(n, never);
    level[0] = 0;
    time[0] = 0;
    long long remoteness = 0;
    for (size_t i = 0; i < queue.size(); i++) {
        int u = queue[i];
        remoteness += time[u];
        for (auto [v, t] : roads[u]) {
            if (level[v] == -1) {
                level[v] = level[u] + 1;
                queue.push_back(v);
            }
            if (level[v] == level[u] + 1) time[v] = std::min(time[v], time[u] + t);
        }
    }
    printf("%lld\n", remoteness);
    return 0;
}
