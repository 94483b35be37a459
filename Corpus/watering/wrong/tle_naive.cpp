// Slow: changes every flower of the interval one by one, O(nm).
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<long long> a(n + 1);
    while (m--) {
        int l, r, c;
        if (scanf("%d %d %d", &l, &r, &c) != 3) return 1;
        for (int i = l; i <= r; i++) a[i] += c;
    }
    int where = 1;
    for (int i = 2; i <= n; i++) {
        if (a[i] > a[where]) where = i;
    }
    printf("%lld %d\n", a[where], where);
    return 0;
}
