// Slow: scans the array from the left for every query, O(nq).
#include <cstdio>

int a[200005];

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
    }
    while (q--) {
        int x;
        if (scanf("%d", &x) != 1) return 1;
        int ans = -1;
        for (int i = 1; i <= n; i++) {
            if (a[i] == x) {
                ans = i;
                break;
            }
        }
        printf("%d\n", ans);
    }
    return 0;
}
