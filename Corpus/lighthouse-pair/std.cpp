#include <algorithm>
#include <cstdio>
#include <vector>

struct Point {
    long long x, y;
};

std::vector<Point> points, buffer;
long long best;

// Leaves the points of [l, r) sorted by y.
void search(int l, int r) {
    if (r - l < 2) return;
    int mid = (l + r) / 2;
    long long x = points[mid].x;
    search(l, mid);
    search(mid, r);
    auto lower = [](const Point &a, const Point &b) { return a.y < b.y; };
    std::inplace_merge(points.begin() + l, points.begin() + mid, points.begin() + r, lower);
    buffer.clear();
    for (int i = l; i < r; i++) {
        const Point &p = points[i];
        if ((p.x - x) * (p.x - x) >= best) continue;
        for (size_t k = buffer.size(); k-- > 0;) {
            long long dx = p.x - buffer[k].x, dy = p.y - buffer[k].y;
            if (dy * dy >= best) break;
            best = std::min(best, dx * dx + dy * dy);
        }
        buffer.push_back(p);
    }
}

int main() {
    int n;
    for (int map = 1; scanf("%d", &n) == 1 && n > 0; map++) {
        points.resize(n);
        for (auto &p : points) {
            if (scanf("%lld %lld", &p.x, &p.y) != 2) return 1;
        }
        std::sort(points.begin(), points.end(), [](const Point &a, const Point &b) { return a.x < b.x; });
        best = 9000000000000000000LL;
        search(0, n);
        printf("Map %d: %lld\n", map, best);
    }
    return 0;
}
