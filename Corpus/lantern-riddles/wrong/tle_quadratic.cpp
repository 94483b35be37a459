// Slow: starts anew from every lantern, O(n^2) if all riddles are different.
#include <cstdio>
#include <vector>

int main() {
    int cases;
    if (scanf("%d", &cases) != 1) return 1;
    while (cases--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        std::vector<int> a(n), seen(n + 1, -1);
        for (int &x : a) {
            if (scanf("%d", &x) != 1) return 1;
        }
        int best = 0, where = 0;
        for (int i = 0; i < n; i++) {
            int j = i;
            while (j < n && seen[a[j]] != i) seen[a[j++]] = i;
            if (j - i > best) {
                best = j - i;
                where = i + 1;
            }
        }
        printf("%d %d\n", best, where);
    }
    return 0;
}
