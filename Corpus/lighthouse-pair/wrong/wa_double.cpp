// Wrong: squares the rounded distance, and a double has only 53 bits for the square.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

int main() {
    int n;
    for (int map = 1; scanf("%d", &n) == 1 && n > 0; map++) {
        std::vector<std::pair<double, double>> p(n);
        for (auto &[x, y] : p) {
            if (scanf("%lf %lf", &x, &y) != 2) return 1;
        }
        std::sort(p.begin(), p.end());
        std::set<std::pair<double, double>> strip;
        double best = 3e9;
        int first = 0;
        for (auto [x, y] : p) {
            while (p[first].first < x - best) {
                strip.erase({p[first].second, p[first].first});
                first++;
            }
            for (auto it = strip.lower_bound({y - best, -1e10}); it != strip.end() && it->first <= y + best; ++it) {
                best = std::min(best, std::sqrt((x - it->second) * (x - it->second) + (y - it->first) * (y - it->first)));
            }
            strip.insert({y, x});
        }
        printf("Map %d: %.0f\n", map, best * best);
    }
    return 0;
}
