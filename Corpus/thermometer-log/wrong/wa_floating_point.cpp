// Wrong: compares sums of floating point numbers, so an average of exactly x may seem to be less.
#include <cstdio>
#include <vector>

double reading() {
    double value;
    if (scanf("%lf", &value) != 1) return 0;
    return value;
}

int main() {
    int n, k;
    if (scanf("%d %d", &n, &k) != 2) return 1;
    double x = reading();
    std::vector<double> sum(n + 1);
    int days = 0;
    for (int i = 1; i <= n; i++) {
        sum[i] = sum[i - 1] + reading();
        if (i >= k && (sum[i] - sum[i - k]) / k >= x) days++;
    }
    printf("%d\n", days);
    return 0;
}
