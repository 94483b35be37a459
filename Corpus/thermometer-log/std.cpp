#include <cmath>
#include <cstdio>
#include <vector>

// A reading in tenths of a degree.
long long tenths() {
    double value;
    if (scanf("%lf", &value) != 1) return 0;
    return std::llround(value * 10);
}

int main() {
    int n, k;
    if (scanf("%d %d", &n, &k) != 2) return 1;
    long long x = tenths();
    std::vector<long long> sum(n + 1);
    int days = 0;
    for (int i = 1; i <= n; i++) {
        sum[i] = sum[i - 1] + tenths();
        if (i >= k && sum[i] - sum[i - k] >= x * k) days++;
    }
    printf("%d\n", days);
    return 0;
}
