// Slow: looks for the nearest hut among all huts, O(n^2).
#include <algorithm>
#include <cstdio>
#include <numeric>
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
    std::vector<char> done(n + 1);
    time[1] = 0;
    for (int k = 0; k < n; k++) {
        int hut = 0;
        for (int i = 1; i <= n; i++) {
            if (!done[i] && time[i] >= 0 && (hut == 0 || time[i] < time[hut])) hut = i;
        }
        done[hut] = true;
        for (auto [next, w] : trails[hut]) {
            if (time[next] < 0 || time[hut] + w < time[next]) time[next] = time[hut] + w;
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
