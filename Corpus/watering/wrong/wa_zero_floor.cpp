// Wrong: starts the maximum at 0, so it is wrong when every flower ends up below 0.
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<long long> d(n + 2);
    while (m--) {
        int l, r, c;
        if (scanf("%d %d %d", &l, &r, &c) != 3) return 1;
        d[l] += c;
        d[r + 1] -= c;
    }
    long long height = 0, best = 0;
    int where = 1;
    for (int i = 1; i <= n; i++) {
        height += d[i];
        if (height > best) {
            best = height;
            where = i;
        }
    }
    printf("%lld %d\n", best, where);
    return 0;
}
