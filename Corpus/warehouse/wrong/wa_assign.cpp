// Wrong: replaces the stock of shelf x by v instead of adding v to it.
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<long long> a(n + 1), t(n + 1);
    auto add = [&](int x, long long v) {
        for (; x <= n; x += x & -x) t[x] += v;
    };
    auto prefix = [&](int x) {
        long long s = 0;
        for (; x > 0; x -= x & -x) s += t[x];
        return s;
    };
    for (int i = 1; i <= n; i++) {
        if (scanf("%lld", &a[i]) != 1) return 1;
        add(i, a[i]);
    }
    while (q--) {
        int type, x, y;
        if (scanf("%d %d %d", &type, &x, &y) != 3) return 1;
        if (type == 1) {
            add(x, y - a[x]);
            a[x] = y;
        } else {
            printf("%lld\n", prefix(y) - prefix(x - 1));
        }
    }
    return 0;
}
