#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n);
    for (int &v : a) {
        if (scanf("%d", &v) != 1) return 1;
    }
    for (int i = 0; i < q; i++) {
        int x;
        if (scanf("%d", &x) != 1) return 1;
        auto it = std::lower_bound(a.begin(), a.end(), x);
        if (it == a.end() || *it != x) {
            puts("-1");
        } else {
            printf("%d\n", int(it - a.begin()) + 1);
        }
    }
    return 0;
}
