// Wrong: counts a flower once for every sprinkler that reaches it.
#include <cmath>
#include <cstdio>
#include <vector>

long long number() {
    double x;
    if (scanf("%lf", &x) != 1) return 0;
    return std::llround(x * 100);
}

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<long long> x(n), y(n);
    for (int i = 0; i < n; i++) {
        x[i] = number();
        y[i] = number();
    }
    int watered = 0;
    while (m--) {
        long long a = number(), b = number(), r = number();
        for (int i = 0; i < n; i++) watered += (x[i] - a) * (x[i] - a) + (y[i] - b) * (y[i] - b) <= r * r;
    }
    printf("%d\n", watered);
    return 0;
}
