// Slow: goes through the roads of a crossing for every entry of the queue, even for those that have been improved since.
#include <cstdio>
#include <functional>
#include <queue>
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
    std::priority_queue<std::pair<long long, int>, std::vector<std::pair<long long, int>>, std::greater<>> queue;
    time[0] = 0;
    queue.push({0, 0});
    while (!queue.empty()) {
        int u = queue.top().second;
        queue.pop();
        for (auto [v, t] : roads[u]) {
            if (time[u] + t >= time[v]) continue;
            time[v] = time[u] + t;
            queue.push({time[v], v});
        }
    }
    long long remoteness = 0;
    for (long long t : time) remoteness += t;
    printf("%lld\n", remoteness);
    return 0;
}
