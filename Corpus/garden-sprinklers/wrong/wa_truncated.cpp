// Wrong: converts the numbers to hundredths by truncation, so 0.29 becomes 28.
#include <cstdio>
#include <vector>

long long number() {
    double x;
    if (scanf("%lf", &x) != 1) return 0;
    return (long long)(x * 100);
}

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<long long> x(n), y(n), a(m), b(m), r(m);
    for (int i = 0; i < n; i++) {
        x[i] = number();
        y[i] = number();
    }
    for (int j = 0; j < m; j++) {
        a[j] = number();
        b[j] = number();
        r[j] = number();
    }
    int watered = 0;
    for (int i = 0; i < n; i++) {
        bool wet = false;
        for (int j = 0; j < m && !wet; j++) {
            long long dx = x[i] - a[j], dy = y[i] - b[j];
            wet = dx * dx + dy * dy <= r[j] * r[j];
        }
        watered += wet;
    }
    printf("%d\n", watered);
    return 0;
}
