// Wrong: compares only points that are next to each other after sorting by x.
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
        for (int i = 1; i < n; i++) {
            long long dx = p[i].first - p[i - 1].first, dy = p[i].second - p[i - 1].second;
            best = std::min(best, dx * dx + dy * dy);
        }
        printf("Map %d: %lld\n", map, best);
    }
    return 0;
}
