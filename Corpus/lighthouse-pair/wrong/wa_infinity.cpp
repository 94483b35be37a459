// Wrong: starts the minimum at 10^18, but the square of a distance can reach 8 * 10^18.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
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
        std::set<std::pair<long long, long long>> strip;
        long long best = 1000000000000000000LL;
        int first = 0;
        for (auto [x, y] : p) {
            long long reach = (long long)std::sqrt((double)best) + 1;
            while (p[first].first < x - reach) {
                strip.erase({p[first].second, p[first].first});
                first++;
            }
            auto it = strip.lower_bound({y - reach, -2000000000LL});
            for (; it != strip.end() && it->first <= y + reach; ++it) {
                long long dx = x - it->second, dy = y - it->first;
                best = std::min(best, dx * dx + dy * dy);
            }
            strip.insert({y, x});
        }
        printf("Map %d: %lld\n", map, best);
    }
    return 0;
}
