// Slow: adds up all plots of every rectangle, O(q n m).
#include <cstdio>

int a[1005][1005];

int main() {
    int n, m, q;
    if (scanf("%d %d %d", &n, &m, &q) != 3) return 1;
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            if (scanf("%d", &a[i][j]) != 1) return 1;
        }
    }
    while (q--) {
        int x1, y1, x2, y2;
        if (scanf("%d %d %d %d", &x1, &y1, &x2, &y2) != 4) return 1;
        long long sum = 0;
        for (int i = x1; i <= x2; i++) {
            for (int j = y1; j <= y2; j++) sum += a[i][j];
        }
        printf("%lld\n", sum);
    }
    return 0;
}
