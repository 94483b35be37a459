#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<long long> change(n + 2);
    while (m--) {
        int l, r, c;
        if (scanf("%d %d %d", &l, &r, &c) != 3) return 1;
        change[l] += c;
        change[r + 1] -= c;
    }
    long long height = change[1], best = height;
    int where = 1;
    for (int i = 2; i <= n; i++) {
        height += change[i];
        if (height > best) {
            best = height;
            where = i;
        }
    }
    printf("%lld %d\n", best, where);
    return 0;
}
