// Slow: adds up the sizes of all groups for every query of the third kind, O(Q^2).
#include <algorithm>
#include <cstdio>
#include <list>
#include <utility>

int main() {
    int q;
    if (scanf("%d", &q) != 1) return 1;
    std::list<std::pair<int, int>> groups;
    while (q--) {
        int kind, c, x;
        if (scanf("%d", &kind) != 1) return 1;
        if (kind == 1) {
            if (scanf("%d %d", &c, &x) != 2) return 1;
            groups.push_back({c, x});
        } else if (kind == 2) {
            if (scanf("%d", &c) != 1) return 1;
            long long coupons = 0;
            while (c > 0) {
                auto &[size, each] = groups.front();
                int entering = std::min(c, size);
                coupons += (long long)entering * each;
                c -= entering;
                size -= entering;
                if (size == 0) groups.pop_front();
            }
            printf("%lld\n", coupons);
        } else {
            long long people = 0;
            for (auto &g : groups) people += g.first;
            printf("%lld\n", people);
        }
    }
    return 0;
}
