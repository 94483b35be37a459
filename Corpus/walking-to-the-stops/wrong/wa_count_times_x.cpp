// Wrong: the number of stops times the coordinate overflows 32 bits, although the sums are kept in 64.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n);
    std::vector<long long> prefix(n + 1);
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
        prefix[i + 1] = prefix[i] + a[i];
    }
    while (q--) {
        int x;
        if (scanf("%d", &x) != 1) return 1;
        int left = int(std::upper_bound(a.begin(), a.end(), x) - a.begin());
        int offset = int(unsigned(2 * left - n) * unsigned(x));
        printf("%lld\n", prefix[n] - 2 * prefix[left] + offset);
    }
    return 0;
}
