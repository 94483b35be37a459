// Wrong: takes the pillars for a convex polygon in the given order.
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

int main() {
    int n;
    while (scanf("%d", &n) == 1 && n != 0) {
        std::vector<std::pair<long long, long long>> p(n);
        for (auto &[x, y] : p) {
            if (scanf("%lld %lld", &x, &y) != 2) return 1;
        }
        long long twice = 0;
        for (int i = 0; i < n; i++) {
            auto [x, y] = p[i];
            auto [u, v] = p[(i + 1) % n];
            twice += x * v - y * u;
        }
        twice = std::llabs(twice);
        printf("%lld.%d\n", twice / 2, twice % 2 == 0 ? 0 : 5);
    }
    return 0;
}
