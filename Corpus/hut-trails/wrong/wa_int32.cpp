// Wrong: the time is kept in 32 bits.
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
    std::vector<int> time(n + 1, -1);
    std::vector<long long> ways(n + 1);
    using Entry = std::pair<int, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    time[1] = 0;
    ways[1] = 1;
    queue.push({0, 1});
    while (!queue.empty()) {
        auto [t, hut] = queue.top();
        queue.pop();
        if (t != time[hut]) continue;
        for (auto [next, w] : trails[hut]) {
            int arrival = time[hut] + w;
            if (time[next] < 0 || arrival < time[next]) {
                time[next] = arrival;
                ways[next] = ways[hut];
                queue.push({arrival, next});
            } else if (arrival == time[next]) {
                ways[next] = (ways[next] + ways[hut]) % mod;
            }
        }
    }
    printf("%d %lld\n", time[n], ways[n] % mod);
    return 0;
}
