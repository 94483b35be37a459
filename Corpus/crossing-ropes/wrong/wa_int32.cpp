// Wrong: there can be about 2 * 10^10 pairs, which do not fit into 32 bits.
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
        std::vector<std::pair<int, int>> ropes(n);
        std::vector<int> points;
        for (auto &[l, r] : ropes) {
            if (scanf("%d %d", &l, &r) != 2) return 1;
            points.push_back(l);
            points.push_back(r);
        }
        std::sort(points.begin(), points.end());
        std::sort(ropes.begin(), ropes.end());
        std::vector<int> right(2 * n + 1);
        auto rank = [&](int x) { return int(std::lower_bound(points.begin(), points.end(), x) - points.begin()) + 1; };
        auto sum = [&](int p) {
            int s = 0;
            for (; p > 0; p -= p & -p) s += right[p];
            return s;
        };
        unsigned answer = 0;
        for (auto [l, r] : ropes) {
            answer += unsigned(sum(rank(r)) - sum(rank(l)));
            for (int p = rank(r); p <= 2 * n; p += p & -p) right[p]++;
        }
        printf("%d\n", int(answer));
    }
    return 0;
}
