// Wrong: does not check for the end of the array, so x = 0 is found in the zero behind a_n when all a_i are negative.
#include <algorithm>
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
        int p = std::lower_bound(a + 1, a + n + 1, x) - a;
        printf("%d\n", a[p] == x ? p : -1);
    }
    return 0;
}
