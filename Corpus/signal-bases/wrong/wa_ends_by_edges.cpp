// Wrong: looks for the ends of the longest path by the number of cables instead of the delay.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

std::vector<std::vector<std::pair<int, int>>> cables;

std::vector<long long> distances(int start, bool weighted) {
    std::vector<long long> far(cables.size(), -1);
    std::vector<int> order = {start};
    far[start] = 0;
    for (int i = 0; i < int(order.size()); i++) {
        for (auto [next, w] : cables[order[i]]) {
            if (far[next] >= 0) continue;
            far[next] = far[order[i]] + (weighted ? w : 1);
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
    // The farthest base is always one of the two ends of the longest path.
    auto zero = distances(0, false);
    int a = int(std::max_element(zero.begin(), zero.end()) - zero.begin());
    auto hops = distances(a, false);
    int b = int(std::max_element(hops.begin(), hops.end()) - hops.begin());
    auto one = distances(a, true), other = distances(b, true);
    for (int i = 0; i < n; i++) printf("%lld%c", std::max(one[i], other[i]), i + 1 < n ? ' ' : '\n');
    return 0;
}
