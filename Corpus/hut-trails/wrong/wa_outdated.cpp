// Wrong: does not skip the outdated entries of the queue, so a hut can pass its ways on twice.
#include <cstdio>
#include <functional>
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
    using Entry = std::pair<long long, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    time[1] = 0;
    ways[1] = 1;
    queue.push({0, 1});
    while (!queue.empty()) {
        int hut = queue.top().second;
        queue.pop();
        for (auto [next, w] : trails[hut]) {
            long long arrival = time[hut] + w;
            if (time[next] < 0 || arrival < time[next]) {
                time[next] = arrival;
                ways[next] = ways[hut];
                queue.push({arrival, next});
            } else if (arrival == time[next]) {
                ways[next] = (ways[next] + ways[hut]) % mod;
            }
        }
    }
    printf("%lld %lld\n", time[n], ways[n] % mod);
    return 0;
}
