// Wrong: the cross products are computed in 32 bits.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

using Point = std::pair<int, int>;

int cross(Point o, Point a, Point b) {
    unsigned left = unsigned(a.first - o.first) * unsigned(b.second - o.second);
    unsigned right = unsigned(a.second - o.second) * unsigned(b.first - o.first);
    return int(left - right);
}

int main() {
    int n;
    while (scanf("%d", &n) == 1 && n != 0) {
        std::vector<Point> p(n), hull;
        for (auto &[x, y] : p) {
            if (scanf("%d %d", &x, &y) != 2) return 1;
        }
        std::sort(p.begin(), p.end());
        for (int side = 0; side < 2; side++) {
            size_t base = hull.size();
            for (auto &q : p) {
                while (hull.size() >= base + 2 && cross(hull[hull.size() - 2], hull.back(), q) <= 0) hull.pop_back();
                hull.push_back(q);
            }
            hull.pop_back();
            std::reverse(p.begin(), p.end());
        }
        long long twice = 0;
        for (size_t i = 0; i < hull.size(); i++) twice += cross({0, 0}, hull[i], hull[(i + 1) % hull.size()]);
        printf("%lld.%d\n", twice / 2, twice % 2 == 0 ? 0 : 5);
    }
    return 0;
}
