#include <cstdio>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

int main() {
    int n, m, v;
    if (scanf("%d %d %d", &n, &m, &v) != 3) return 1;
    std::vector<std::vector<std::pair<int, int>>> roads(n);
    while (m--) {
        int a, b, c;
        if (scanf("%d %d %d", &a, &b, &c) != 3) return 1;
        roads[a - 1].push_back({b - 1, c});
    }
    // State: town * (v + 1) + number of vouchers used.
    const long long never = 1LL << 60;
    std::vector<long long> paid(n * (v + 1), never);
    typedef std::pair<long long, int> Entry;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> queue;
    auto reach = [&](int state, long long cost) {
        if (cost >= paid[state]) return;
        paid[state] = cost;
        queue.push({cost, state});
    };
    reach(0, 0);
    while (!queue.empty()) {
        auto [cost, state] = queue.top();
        queue.pop();
        if (cost != paid[state]) continue;
        int town = state / (v + 1), used = state % (v + 1);
        if (town == n - 1) {
            printf("%lld\n", cost);
            return 0;
        }
        for (auto [to, toll] : roads[town]) {
            reach(to * (v + 1) + used, cost + toll);
            if (used < v) reach(to * (v + 1) + used + 1, cost);
        }
    }
    puts("-1");
    return 0;
}
