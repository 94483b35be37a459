// Slow: adds up every k days anew, O(nk).
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
    std::vector<long long> reading(n);
    for (long long &t : reading) t = tenths();
    int days = 0;
    for (int i = 0; i + k <= n; i++) {
        long long sum = 0;
        for (int j = i; j < i + k; j++) sum += reading[j];
        if (sum >= x * k) days++;
    }
    printf("%d\n", days);
    return 0;
}
