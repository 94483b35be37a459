// Wrong: a block that begins left of l is only counted if l is the first plank.
#include <cstdio>
#include <map>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n + 2), begins(n + 1);
    std::map<int, int> count;
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
        count[a[i]]++;
    }
    auto add = [&](int i, int d) {
        for (; i <= n; i += i & -i) begins[i] += d;
    };
    auto sum = [&](int i) {
        int s = 0;
        for (; i > 0; i -= i & -i) s += begins[i];
        return s;
    };
    for (int i = 1; i <= n; i++) {
        if (a[i] != a[i - 1]) add(i, 1);
    }
    while (q--) {
        int type, i, x;
        if (scanf("%d %d", &type, &i) != 2) return 1;
        if (type != 3 && scanf("%d", &x) != 1) return 1;
        if (type == 1) {
            add(i, (x != a[i - 1]) - (a[i] != a[i - 1]));
            if (i < n) add(i + 1, (x != a[i + 1]) - (a[i] != a[i + 1]));
            count[a[i]]--;
            count[x]++;
            a[i] = x;
        } else if (type == 2) {
            int blocks = sum(x) - sum(i - 1);
            printf("%d\n", blocks > 0 ? blocks : 1);
        } else {
            printf("%d\n", count[i]);
        }
    }
    return 0;
}
