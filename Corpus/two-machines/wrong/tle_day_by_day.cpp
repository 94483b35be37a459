// Slow: runs the machines day by day, O(K N^2).
#include <cstdio>
#include <vector>

int main() {
    const long long mod = 998244353;
    int n;
    long long days;
    if (scanf("%d %lld", &n, &days) != 2) return 1;
    std::vector<long long> x(n);
    for (auto &v : x) {
        if (scanf("%lld", &v) != 1) return 1;
    }
    std::vector<std::vector<long long>> machine[2];
    for (auto &m : machine) {
        m.assign(n, std::vector<long long>(n));
        for (auto &row : m) {
            for (auto &v : row) {
                if (scanf("%lld", &v) != 1) return 1;
            }
        }
    }
    for (long long day = 0; day < days; day++) {
        std::vector<long long> y(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) y[i] = (y[i] + machine[day % 2][i][j] * x[j]) % mod;
        }
        x.swap(y);
    }
    for (int i = 0; i < n; i++) printf("%lld%c", x[i], i + 1 < n ? ' ' : '\n');
    return 0;
}
