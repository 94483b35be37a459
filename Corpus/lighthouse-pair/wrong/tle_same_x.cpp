// Slow: stops only when the distance in x is too large, O(n^2) when many points have nearly the same x.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n;
    for (int map = 1; scanf("%d", &n) == 1 && n > 0; map++) {
        std::vector<std::pair<long long, long long>> p(n);
        for (auto &[x, y] : p) {
            if (scanf("%lld %lld", &x, &y) != 2) return 1;
        }
        std::sort(p.begin(), p.end());
        long long best = 9000000000000000000LL;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                long long dx = p[j].first - p[i].first, dy = p[j].second - p[i].second;
                if (dx * dx >= best) break;
                best = std::min(best, dx * dx + dy * dy);
            }
        }
        printf("Map %d: %lld\n", map, best);
    }
    return 0;
}
