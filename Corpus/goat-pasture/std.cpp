#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

using Point = std::pair<long long, long long>;

long long cross(Point o, Point a, Point b) {
    return (a.first - o.first) * (b.second - o.second) - (a.second - o.second) * (b.first - o.first);
}

int main() {
    int n;
    while (scanf("%d", &n) == 1 && n != 0) {
        std::vector<Point> p(n), hull;
        for (auto &[x, y] : p) {
            if (scanf("%lld %lld", &x, &y) != 2) return 1;
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
