// Slow: wraps the points up one by one, O(nh) for a hull of h corners.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

using Point = std::pair<long long, long long>;

long long turn(const Point &a, const Point &b, const Point &c) {
    return (b.first - a.first) * (c.second - a.second) - (b.second - a.second) * (c.first - a.first);
}

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<Point> points(n);
    for (auto &[x, y] : points) {
        if (scanf(" (%lld,%lld)", &x, &y) != 2) return 1;
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    std::vector<Point> hull;
    auto distance = [](const Point &a, const Point &b) {
        return std::max(std::abs(a.first - b.first), std::abs(a.second - b.second));
    };
    Point now = points[0];
    do {
        hull.push_back(now);
        Point next = now;
        for (const Point &p : points) {
            if (p == now) continue;
            long long side = next == now ? -1 : turn(now, next, p);
            if (side < 0 || (side == 0 && distance(now, p) > distance(now, next))) next = p;
        }
        now = next;
    } while (now != points[0]);
    long long area = 0;
    for (size_t i = 2; i < hull.size(); i++) area += turn(hull[0], hull[i - 1], hull[i]);
    printf("%lld\n", area);
    return 0;
}
