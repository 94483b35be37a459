// Slow: Bellman-Ford with a queue (SPFA), O(nm).
#include <algorithm>
#include <cstdio>
#include <numeric>
#include <queue>
#include <utility>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<std::pair<int, int>>> trails(n + 1);
    while (m--) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        trails[u].push_back({v, w});
        trails[v].push_back({u, w});
    }
    const int mod = 998244353;
    std::vector<long long> time(n + 1, -1), ways(n + 1);
    std::vector<char> waiting(n + 1);
    std::queue<int> queue;
    time[1] = 0;
    queue.push(1);
    while (!queue.empty()) {
        int hut = queue.front();
        queue.pop();
        waiting[hut] = false;
        for (auto [next, w] : trails[hut]) {
            long long arrival = time[hut] + w;
            if (time[next] >= 0 && time[next] <= arrival) continue;
            time[next] = arrival;
            if (!waiting[next]) queue.push(next);
            waiting[next] = true;
        }
    }
    std::vector<int> order(n);
    std::iota(order.begin(), order.end(), 1);
    std::sort(order.begin(), order.end(), [&](int a, int b) { return time[a] < time[b]; });
    ways[1] = 1;
    for (int hut : order) {
        for (auto [next, w] : trails[hut]) {
            if (time[hut] + w == time[next]) ways[next] = (ways[next] + ways[hut]) % mod;
        }
    }
    printf("%lld %lld\n", time[n], ways[n] % mod);
    return 0;
}
