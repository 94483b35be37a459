// Slow: gift wrapping, quadratic if nearly all pillars touch the rope.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

using Point = std::pair<long long, long long>;

long long cross(Point o, Point a, Point b) {
    return (a.first - o.first) * (b.second - o.second) - (a.second - o.second) * (b.first - o.first);
}

long long distance(Point a, Point b) {
    return (a.first - b.first) * (a.first - b.first) + (a.second - b.second) * (a.second - b.second);
}

int main() {
    int n;
    while (scanf("%d", &n) == 1 && n != 0) {
        std::vector<Point> p(n);
        for (auto &[x, y] : p) {
            if (scanf("%lld %lld", &x, &y) != 2) return 1;
        }
        int start = int(std::min_element(p.begin(), p.end()) - p.begin()), now = start;
        long long twice = 0;
        do {
            int next = now == 0 ? n - 1 : 0;
            for (int i = 0; i < n; i++) {
                if (i == now) continue;
                long long turn = cross(p[now], p[next], p[i]);
                if (turn < 0 || (turn == 0 && distance(p[now], p[i]) > distance(p[now], p[next]))) next = i;
            }
            twice += cross({0, 0}, p[now], p[next]);
            now = next;
        } while (now != start);
        printf("%lld.%d\n", twice / 2, twice % 2 == 0 ? 0 : 5);
    }
    return 0;
}
