// Wrong: the last positions of the previous test case are not cleared.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    static int last[500001];
    int cases;
    if (scanf("%d", &cases) != 1) return 1;
    while (cases--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        int best = 0, where = 0, left = 1;
        for (int i = 1; i <= n; i++) {
            int a;
            if (scanf("%d", &a) != 1) return 1;
            left = std::max(left, last[a] + 1);
            last[a] = i;
            if (i - left + 1 > best) {
                best = i - left + 1;
                where = left;
            }
        }
        printf("%d %d\n", best, where);
    }
    return 0;
}
