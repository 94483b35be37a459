// Wrong: keeps the last positions of the colors from one test case to the next.
#include <algorithm>
#include <cstdio>

int last[1000005];

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
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
