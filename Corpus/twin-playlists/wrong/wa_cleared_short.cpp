// Wrong: clears one element too few of the tree after a test case, so a longer test case that follows is spoilt.
#include <algorithm>
#include <cstdio>

int a[200005], place[200005], tree[200005];

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        for (int i = 1; i <= n; i++) {
            if (scanf("%d", &a[i]) != 1) return 1;
        }
        for (int i = 1; i <= n; i++) {
            int b;
            if (scanf("%d", &b) != 1) return 1;
            place[b] = i;
        }
        int best = 0;
        for (int i = 1; i <= n; i++) {
            int length = 1;
            for (int x = place[a[i]] - 1; x > 0; x -= x & -x) length = std::max(length, tree[x] + 1);
            for (int x = place[a[i]]; x <= n; x += x & -x) tree[x] = std::max(tree[x], length);
            best = std::max(best, length);
        }
        printf("%d\n", best);
        for (int i = 1; i < n; i++) tree[i] = 0;
    }
    return 0;
}
