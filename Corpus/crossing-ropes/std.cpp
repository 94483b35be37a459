#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        // The ends from left to right, each with its rope.
        std::vector<std::pair<int, int>> ends;
        for (int i = 0; i < n; i++) {
            int l, r;
            if (scanf("%d %d", &l, &r) != 2) return 1;
            ends.push_back({l, i});
            ends.push_back({r, i});
        }
        std::sort(ends.begin(), ends.end());
        // open: a Fenwick tree over the left ends of ropes whose right end is still to come.
        std::vector<int> open(2 * n + 1), left(n, 0);
        auto add = [&](int p, int d) {
            for (; p <= 2 * n; p += p & -p) open[p] += d;
        };
        auto sum = [&](int p) {
            int s = 0;
            for (; p > 0; p -= p & -p) s += open[p];
            return s;
        };
        long long answer = 0;
        for (int p = 1; p <= 2 * n; p++) {
            int rope = ends[p - 1].second;
            if (left[rope] == 0) {
                left[rope] = p;
                add(p, 1);
            } else {
                answer += sum(p) - sum(left[rope]);
                add(left[rope], -1);
            }
        }
        printf("%lld\n", answer);
    }
    return 0;
}
