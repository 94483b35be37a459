// Wrong: sets the left end to the last position of the color even if that moves the left end back.
#include <algorithm>
#include <cstdio>
#include <vector>

int last[1000005];

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        std::vector<int> a(n);
        int left = 0, best = 0;
        for (int i = 0; i < n; i++) {
            if (scanf("%d", &a[i]) != 1) return 1;
            if (last[a[i]] > 0) left = last[a[i]];
            last[a[i]] = i + 1;
            best = std::max(best, i + 1 - left);
        }
        for (int color : a) last[color] = 0;
        printf("%d\n", best);
    }
    return 0;
}
