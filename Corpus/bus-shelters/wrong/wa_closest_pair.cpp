// Wrong: gives up one of the two closest stops, again and again, until k are left.
#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

int main() {
    int n, k;
    if (scanf("%d %d", &n, &k) != 2) return 1;
    std::vector<long long> x(n);
    for (long long &stop : x) {
        if (scanf("%lld", &stop) != 1) return 1;
    }
    std::vector<int> before(n), after(n);
    std::set<std::pair<long long, int>> gaps;
    for (int i = 0; i < n; i++) {
        before[i] = i - 1;
        after[i] = i + 1;
        if (i > 0) gaps.insert({x[i] - x[i - 1], i});
    }
    for (int left = n; left > k; left--) {
        int b = gaps.begin()->second, a = before[b];
        int given = b;
        if (a > 0 && (after[b] == n || x[a] - x[before[a]] < x[after[b]] - x[b])) given = a;
        int p = before[given], q = after[given];
        gaps.erase({x[given] - x[p], given});
        gaps.erase({x[q] - x[given], q});
        gaps.insert({x[q] - x[p], q});
        after[p] = q;
        before[q] = p;
    }
    printf("%lld\n", gaps.begin()->first);
    return 0;
}
