// Slow: passes the flowers one by one, skipping whole rounds only, O(n) for a question.
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> f(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &f[i]) != 1) return 1;
    }
    std::vector<int> when(n + 1), asked(n + 1);
    for (int i = 1; i <= q; i++) {
        int x;
        long long k;
        if (scanf("%d %lld", &x, &k) != 2) return 1;
        int step = 0;
        while (k > 0 && asked[x] != i) {
            asked[x] = i;
            when[x] = step++;
            x = f[x];
            k--;
        }
        if (k > 0) {
            k %= step - when[x];
            while (k--) x = f[x];
        }
        printf("%d\n", x);
    }
    return 0;
}
