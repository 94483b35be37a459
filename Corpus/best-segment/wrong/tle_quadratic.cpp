// Slow: tries every segment, O(n^2).
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<long long> a(n);
    for (auto &v : a) {
        if (scanf("%lld", &v) != 1) return 1;
    }
    long long best = a[0];
    for (int l = 0; l < n; l++) {
        long long sum = 0;
        for (int r = l; r < n; r++) {
            sum += a[r];
            best = std::max(best, sum);
        }
    }
    printf("%lld\n", best);
    return 0;
}
