// Slow: clears arrays of the greatest possible size in every test case, O(t max n).
#include <algorithm>
#include <cstdio>
#include <cstring>

int a[200005], place[200005], tree[200005];

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        memset(a, 0, sizeof a);
        memset(place, 0, sizeof place);
        memset(tree, 0, sizeof tree);
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
    }
    return 0;
}
