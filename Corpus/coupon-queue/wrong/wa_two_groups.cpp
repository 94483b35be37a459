// Wrong: people who enter together are taken from the first two groups only.
#include <algorithm>
#include <cstdio>
#include <deque>
#include <utility>

int main() {
    int q;
    if (scanf("%d", &q) != 1) return 1;
    std::deque<std::pair<int, int>> groups;
    long long people = 0;
    while (q--) {
        int kind, c, x;
        if (scanf("%d", &kind) != 1) return 1;
        if (kind == 1) {
            if (scanf("%d %d", &c, &x) != 2) return 1;
            groups.push_back({c, x});
            people += c;
        } else if (kind == 2) {
            if (scanf("%d", &c) != 1) return 1;
            people -= c;
            long long coupons = 0;
            for (int step = 0; step < 2 && c > 0 && !groups.empty(); step++) {
                auto &[size, each] = groups.front();
                int entering = std::min(c, size);
                coupons += (long long)entering * each;
                c -= entering;
                size -= entering;
                if (size == 0) groups.pop_front();
            }
            printf("%lld\n", coupons);
        } else {
            printf("%lld\n", people);
        }
    }
    return 0;
}
