// Wrong: keeps only the lowest 30 bits of k, as if k were at most 10^9.
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<std::vector<int>> jump(30, std::vector<int>(n + 1));
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &jump[0][i]) != 1) return 1;
    }
    for (int bit = 1; bit < 30; bit++) {
        for (int i = 1; i <= n; i++) jump[bit][i] = jump[bit - 1][jump[bit - 1][i]];
    }
    while (q--) {
        int x;
        long long k;
        if (scanf("%d %lld", &x, &k) != 2) return 1;
        for (int bit = 0; bit < 30; bit++) {
            if (k >> bit & 1) x = jump[bit][x];
        }
        printf("%d\n", x);
    }
    return 0;
}
