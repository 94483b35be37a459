// Wrong: a total can reach about 2 * 10^14, which does not fit into 32 bits.
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<unsigned> t(n + 1);
    auto add = [&](int x, unsigned v) {
        for (; x <= n; x += x & -x) t[x] += v;
    };
    auto prefix = [&](int x) {
        unsigned s = 0;
        for (; x > 0; x -= x & -x) s += t[x];
        return s;
    };
    for (int i = 1; i <= n; i++) {
        int a;
        if (scanf("%d", &a) != 1) return 1;
        add(i, unsigned(a));
    }
    while (q--) {
        int type, x, y;
        if (scanf("%d %d %d", &type, &x, &y) != 3) return 1;
        if (type == 1) add(x, unsigned(y));
        else printf("%d\n", int(prefix(y) - prefix(x - 1)));
    }
    return 0;
}
