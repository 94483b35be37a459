// Slow: the longest common subsequence by the textbook, O(n^2).
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        std::vector<int> a(n), b(n), best(n + 1);
        for (int &x : a) {
            if (scanf("%d", &x) != 1) return 1;
        }
        for (int &x : b) {
            if (scanf("%d", &x) != 1) return 1;
        }
        for (int x : a) {
            int corner = 0;
            for (int j = 1; j <= n; j++) {
                int above = best[j];
                best[j] = x == b[j - 1] ? corner + 1 : std::max(best[j], best[j - 1]);
                corner = above;
            }
        }
        printf("%d\n", best[n]);
    }
    return 0;
}
