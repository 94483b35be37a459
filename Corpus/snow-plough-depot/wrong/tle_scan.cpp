// Slow: Dijkstra's algorithm that scans all crossings for the next one, O(n^2).
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
    std::vector<long long> time(n, never);
    std::vector<char> done(n);
    time[0] = 0;
    long long remoteness = 0;
    for (int step = 0; step < n; step++) {
        int u = -1;
        for (int v = 0; v < n; v++) {
            if (!done[v] && (u == -1 || time[v] < time[u])) u = v;
        }
        done[u] = 1;
        remoteness += time[u];
        for (auto [v, t] : roads[u]) {
            if (time[u] + t < time[v]) time[v] = time[u] + t;
        }
    }
    printf("%lld\n", remoteness);
    return 0;
}
