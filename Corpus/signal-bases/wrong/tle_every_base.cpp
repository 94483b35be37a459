// Slow: searches the whole tree from every base, O(n^2).
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

std::vector<std::vector<std::pair<int, int>>> cables;

std::vector<long long> distances(int start) {
    std::vector<long long> far(cables.size(), -1);
    std::vector<int> order = {start};
    far[start] = 0;
    for (int i = 0; i < int(order.size()); i++) {
        for (auto [next, w] : cables[order[i]]) {
            if (far[next] >= 0) continue;
            far[next] = far[order[i]] + w;
            order.push_back(next);
        }
    }
    return far;
}

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    cables.resize(n);
    for (int i = 1; i < n; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        cables[u].push_back({v, w});
        cables[v].push_back({u, w});
    }
    for (int i = 0; i < n; i++) {
        auto far = distances(i);
        printf("%lld%c", *std::max_element(far.begin(), far.end()), i + 1 < n ? ' ' : '\n');
    }
    return 0;
}
