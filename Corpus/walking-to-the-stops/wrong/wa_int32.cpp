// Wrong: sums of distances can reach about 2 * 10^14, which does not fit into 32 bits.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n);
    std::vector<unsigned> prefix(n + 1);
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
        prefix[i + 1] = prefix[i] + unsigned(a[i]);
    }
    while (q--) {
        int x;
        if (scanf("%d", &x) != 1) return 1;
        int left = int(std::lower_bound(a.begin(), a.end(), x) - a.begin());
        printf("%d\n", int(prefix[n] - 2 * prefix[left] + unsigned(2 * left - n) * unsigned(x)));
    }
    return 0;
}
