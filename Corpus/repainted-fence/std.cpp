#include <algorithm>
#include <cstdio>
#include <vector>

struct Visit {
    int type, i, x;
};

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n + 1), colors;
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
        colors.push_back(a[i]);
    }
    std::vector<Visit> visits(q);
    for (auto &v : visits) {
        if (scanf("%d %d", &v.type, &v.i) != 2) return 1;
        if (v.type != 3 && scanf("%d", &v.x) != 1) return 1;
        if (v.type == 1) colors.push_back(v.x);
    }
    std::sort(colors.begin(), colors.end());
    colors.erase(std::unique(colors.begin(), colors.end()), colors.end());
    auto rank = [&](int x) { return int(std::lower_bound(colors.begin(), colors.end(), x) - colors.begin()); };
    std::vector<int> count(colors.size());
    for (int i = 1; i <= n; i++) {
        a[i] = rank(a[i]);
        count[a[i]]++;
    }
    // changes: a Fenwick tree over the i with a[i] != a[i + 1].
    std::vector<int> changes(n + 1);
    auto add = [&](int i, int d) {
        for (; i <= n; i += i & -i) changes[i] += d;
    };
    auto sum = [&](int i) {
        int s = 0;
        for (; i > 0; i -= i & -i) s += changes[i];
        return s;
    };
    for (int i = 1; i < n; i++) {
        if (a[i] != a[i + 1]) add(i, 1);
    }
    for (auto &v : visits) {
        if (v.type == 1) {
            int i = v.i, x = rank(v.x);
            if (i > 1) add(i - 1, (x != a[i - 1]) - (a[i] != a[i - 1]));
            if (i < n) add(i, (x != a[i + 1]) - (a[i] != a[i + 1]));
            count[a[i]]--;
            count[x]++;
            a[i] = x;
        } else if (v.type == 2) {
            printf("%d\n", 1 + sum(v.x - 1) - sum(v.i - 1));
        } else {
            int x = rank(v.i);
            bool known = x < int(colors.size()) && colors[x] == v.i;
            printf("%d\n", known ? count[x] : 0);
        }
    }
    return 0;
}
