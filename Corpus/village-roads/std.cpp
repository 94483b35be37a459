#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int n;
std::vector<std::vector<std::pair<int, int>>> roads;

std::vector<long long> distancesFrom(int source) {
    std::vector<long long> distance(n + 1, -1);
    std::vector<int> queue = {source};
    distance[source] = 0;
    for (size_t head = 0; head < queue.size(); head++) {
        int u = queue[head];
        for (auto [v, w] : roads[u]) {
            if (distance[v] != -1) continue;
            distance[v] = distance[u] + w;
            queue.push_back(v);
        }
    }
    return distance;
}

int main() {
    if (scanf("%d", &n) != 1) return 1;
    roads.resize(n + 1);
    for (int i = 1; i < n; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        roads[u].push_back({v, w});
        roads[v].push_back({u, w});
    }
    auto first = distancesFrom(1);
    int end = int(std::max_element(first.begin(), first.end()) - first.begin());
    auto second = distancesFrom(end);
    printf("%lld\n", *std::max_element(second.begin(), second.end()));
    return 0;
}
