// Slow: Bellman-Ford with a queue, O(nm) when improvements arrive in the worst order.
#include <algorithm>
#include <cstdio>
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
    const long long never = 1LL << 60;
    std::vector<long long> paid(n * (v + 1), never);
    std::vector<char> waiting(n * (v + 1));
    std::queue<int> queue;
    auto reach = [&](int state, long long cost) {
        if (cost >= paid[state]) return;
        paid[state] = cost;
        if (waiting[state]) return;
        waiting[state] = 1;
        queue.push(state);
    };
    reach(0, 0);
    while (!queue.empty()) {
        int state = queue.front();
        queue.pop();
        waiting[state] = 0;
        int town = state / (v + 1), used = state % (v + 1);
        for (auto [to, toll] : roads[town]) {
            reach(to * (v + 1) + used, paid[state] + toll);
            if (used < v) reach(to * (v + 1) + used + 1, paid[state]);
        }
    }
    long long answer = never;
    for (int used = 0; used <= v; used++) answer = std::min(answer, paid[(n - 1) * (v + 1) + used]);
    printf("%lld\n", answer == never ? -1 : answer);
    return 0;
}
