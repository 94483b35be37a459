// Wrong: uses the number of rows as the length of a row, so rows overlap when m > n.
#include <cstdio>

long long sum[1005 * 1005];

int main() {
    int n, m, q;
    if (scanf("%d %d %d", &n, &m, &q) != 3) return 1;
    const int stride = n + 1;
    auto at = [&](int i, int j) -> long long & { return sum[i * stride + j]; };
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            int a;
            if (scanf("%d", &a) != 1) return 1;
            at(i, j) = at(i - 1, j) + at(i, j - 1) - at(i - 1, j - 1) + a;
        }
    }
    while (q--) {
        int x1, y1, x2, y2;
        if (scanf("%d %d %d %d", &x1, &y1, &x2, &y2) != 4) return 1;
        printf("%lld\n", at(x2, y2) - at(x1 - 1, y2) - at(x2, y1 - 1) + at(x1 - 1, y1 - 1));
    }
    return 0;
}
