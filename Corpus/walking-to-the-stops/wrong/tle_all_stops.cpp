// Slow: adds up the distances to all stops for every candidate, O(NQ).
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n);
    for (auto &v : a) {
        if (scanf("%d", &v) != 1) return 1;
    }
    while (q--) {
        int x;
        if (scanf("%d", &x) != 1) return 1;
        long long sum = 0;
        for (int v : a) sum += v < x ? x - v : v - x;
        printf("%lld\n", sum);
    }
    return 0;
}
