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
    std::vector<long long> time(n, -1);
    std::priority_queue<std::pair<long long, int>, std::vector<std::pair<long long, int>>, std::greater<>> queue;
    queue.push({0, 0});
    long long remoteness = 0;
    while (!queue.empty()) {
        auto [now, u] = queue.top();
        queue.pop();
        if (time[u] != -1) continue;
        time[u] = now;
        remoteness += now;
        for (auto [v, t] : roads[u]) {
            if (time[v] == -1) queue.push({now + t, v});
        }
    }
    printf("%lld\n", remoteness);
    return 0;
}
