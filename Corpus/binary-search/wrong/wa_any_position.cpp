// Wrong: stops at any occurrence of x and steps at most once to the left, so the first position may be missed.
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
        int l = 1, r = n, ans = -1;
        while (l <= r) {
            int mid = (l + r) / 2;
            if (a[mid] == x) {
                ans = mid;
                break;
            }
            if (a[mid] < x) l = mid + 1;
            else r = mid - 1;
        }
        // Looks one step to the left only.
        if (ans > 1 && a[ans - 1] == x) ans--;
        printf("%d\n", ans);
    }
    return 0;
}
