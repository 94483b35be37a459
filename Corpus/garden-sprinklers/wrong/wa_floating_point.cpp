// Wrong: compares distances in floating point, so a flower on the rim may seem to be outside.
#include <cmath>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<double> x(n), y(n), a(m), b(m), r(m);
    for (int i = 0; i < n; i++) {
        if (scanf("%lf %lf", &x[i], &y[i]) != 2) return 1;
    }
    for (int j = 0; j < m; j++) {
        if (scanf("%lf %lf %lf", &a[j], &b[j], &r[j]) != 3) return 1;
    }
    int watered = 0;
    for (int i = 0; i < n; i++) {
        bool wet = false;
        for (int j = 0; j < m && !wet; j++) wet = std::hypot(x[i] - a[j], y[i] - b[j]) <= r[j];
        watered += wet;
    }
    printf("%d\n", watered);
    return 0;
}
