#include <cstdio>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<std::pair<int, int>>> out(n + 1);
    for (int i = 0; i < m; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        out[u].push_back({v, w});
    }
    std::vector<long long> distance(n + 1, -1);
    using Item = std::pair<long long, int>;
    std::priority_queue<Item, std::vector<Item>, std::greater<Item>> queue;
    distance[1] = 0;
    queue.push({0, 1});
    while (!queue.empty()) {
        auto [d, u] = queue.top();
        queue.pop();
        if (d != distance[u]) continue;
        for (auto [v, w] : out[u]) {
            if (distance[v] != -1 && distance[v] <= d + w) continue;
            distance[v] = d + w;
            queue.push({d + w, v});
        }
    }
    printf("%lld\n", distance[n]);
    return 0;
}
