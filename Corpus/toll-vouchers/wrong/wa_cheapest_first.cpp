// Wrong: finds the cheapest way without vouchers and then uses them on its most expensive roads.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

int main() {
    int n, m, v;
    if (scanf("%d %d %d", &n, &m, &v) != 3) return 1;
    std::vector<std::vector<std::pair<int, int>>> roads(n + 1);
    for (int i = 0; i < m; i++) {
        int a, b, c;
        if (scanf("%d %d %d", &a, &b, &c) != 3) return 1;
        roads[a].push_back({b, c});
    }
    std::vector<long long> paid(n + 1, 1LL << 60);
    std::vector<int> from(n + 1), last(n + 1);
    typedef std::pair<long long, int> Entry;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> queue;
    paid[1] = 0;
    queue.push({0, 1});
    while (!queue.empty()) {
        auto [cost, town] = queue.top();
        queue.pop();
        if (cost != paid[town]) continue;
        for (auto [to, toll] : roads[town]) {
            if (cost + toll >= paid[to]) continue;
            paid[to] = cost + toll;
            from[to] = town;
            last[to] = toll;
            queue.push({paid[to], to});
        }
    }
    if (paid[n] == 1LL << 60) {
        puts("-1");
        return 0;
    }
    std::vector<int> tolls;
    for (int town = n; town != 1; town = from[town]) tolls.push_back(last[town]);
    std::sort(tolls.begin(), tolls.end(), std::greater<>());
    long long total = 0;
    for (int i = v; i < int(tolls.size()); i++) total += tolls[i];
    printf("%lld\n", total);
    return 0;
}
