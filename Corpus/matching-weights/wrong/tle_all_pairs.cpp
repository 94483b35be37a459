// Slow: looks at all pairs, O(nm).
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    long long s;
    if (scanf("%d %d %lld", &n, &m, &s) != 3) return 1;
    std::vector<long long> a(n), b(m);
    for (auto &v : a) {
        if (scanf("%lld", &v) != 1) return 1;
    }
    for (auto &v : b) {
        if (scanf("%lld", &v) != 1) return 1;
    }
    int pairs = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            if (a[i] + b[j] == s) {
                pairs++;
                break;
            }
        }
    }
    printf("%d\n", pairs);
    return 0;
}
