// Wrong: more than 2^31 people can be in the queue.
#include <algorithm>
#include <cstdio>
#include <deque>
#include <utility>

int main() {
    int q;
    if (scanf("%d", &q) != 1) return 1;
    std::deque<std::pair<int, int>> groups;
    unsigned people = 0;
    while (q--) {
        int kind, c, x;
        if (scanf("%d", &kind) != 1) return 1;
        if (kind == 1) {
            if (scanf("%d %d", &c, &x) != 2) return 1;
            groups.push_back({c, x});
            people += unsigned(c);
        } else if (kind == 2) {
            if (scanf("%d", &c) != 1) return 1;
            people -= unsigned(c);
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
            printf("%d\n", int(people));
        }
    }
    return 0;
}
