// Slow: rebuilds the prefix sums after every change, O(nq).
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<long long> sum(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%lld", &sum[i]) != 1) return 1;
        sum[i] += sum[i - 1];
    }
    while (q--) {
        int type, x, y;
        if (scanf("%d %d %d", &type, &x, &y) != 3) return 1;
        if (type == 1) {
            for (int i = x; i <= n; i++) sum[i] += y;
        } else {
            printf("%lld\n", sum[y] - sum[x - 1]);
        }
    }
    return 0;
}
