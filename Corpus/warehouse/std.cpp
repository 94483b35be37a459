#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<long long> tree(n + 1);
    auto add = [&](int x, long long v) {
        for (; x <= n; x += x & -x) tree[x] += v;
    };
    auto prefix = [&](int x) {
        long long sum = 0;
        for (; x > 0; x -= x & -x) sum += tree[x];
        return sum;
    };
    for (int i = 1; i <= n; i++) {
        int a;
        if (scanf("%d", &a) != 1) return 1;
        add(i, a);
    }
    while (q--) {
        int type, x, y;
        if (scanf("%d %d %d", &type, &x, &y) != 3) return 1;
        if (type == 1) add(x, y);
        else printf("%lld\n", prefix(y) - prefix(x - 1));
    }
    return 0;
}
