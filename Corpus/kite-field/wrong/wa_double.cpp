// Wrong: adds the area up in floating point, which has too few digits.
#include <algorithm>
#include <cstdio>
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
    std::vector<Point> hull;
    for (int side = 0; side < 2; side++) {
        size_t start = hull.size();
        for (const Point &p : points) {
            while (hull.size() >= start + 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0) hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    double area = 0;
    for (size_t i = 2; i < hull.size(); i++) area += turn(hull[0], hull[i - 1], hull[i]);
    printf("%.0f\n", area);
    return 0;
}
