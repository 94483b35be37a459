// Slow: clears the positions of all colors in every test case, O(T max a).
#include <algorithm>
#include <cstdio>
#include <cstring>

int last[1000005];

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        memset(last, 0, sizeof(last));
        int n;
        if (scanf("%d", &n) != 1) return 1;
        int left = 0, best = 0;
        for (int i = 0; i < n; i++) {
            int a;
            if (scanf("%d", &a) != 1) return 1;
            left = std::max(left, last[a]);
            last[a] = i + 1;
            best = std::max(best, i + 1 - left);
        }
        printf("%d\n", best);
    }
    return 0;
}
