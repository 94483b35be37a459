// Wrong: the times and their sum are 32-bit integers.
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
    std::vector<char> done(n);
    std::priority_queue<std::pair<unsigned, int>, std::vector<std::pair<unsigned, int>>, std::greater<>> queue;
    queue.push({0, 0});
    unsigned remoteness = 0;
    while (!queue.empty()) {
        auto [now, u] = queue.top();
        queue.pop();
        if (done[u]) continue;
        done[u] = 1;
        remoteness += now;
        for (auto [v, t] : roads[u]) {
            if (!done[v]) queue.push({now + unsigned(t), v});
        }
    }
    printf("%d\n", int(remoteness));
    return 0;
}
