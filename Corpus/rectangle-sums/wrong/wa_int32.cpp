// Wrong: the sum of a rectangle can reach 10^11, which does not fit into 32 bits.
#include <cstdio>

unsigned sum[1005][1005];

int main() {
    int n, m, q;
    if (scanf("%d %d %d", &n, &m, &q) != 3) return 1;
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            int a;
            if (scanf("%d", &a) != 1) return 1;
            sum[i][j] = sum[i - 1][j] + sum[i][j - 1] - sum[i - 1][j - 1] + unsigned(a);
        }
    }
    while (q--) {
        int x1, y1, x2, y2;
        if (scanf("%d %d %d %d", &x1, &y1, &x2, &y2) != 4) return 1;
        printf("%d\n", int(sum[x2][y2] - sum[x1 - 1][y2] - sum[x2][y1 - 1] + sum[x1 - 1][y1 - 1]));
    }
    return 0;
}
