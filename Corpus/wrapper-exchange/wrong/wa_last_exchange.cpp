// Wrong: rounds the number of exchanges up, one too few when the bottles come out even.
#include <cstdio>

int main() {
    long long n, a, b;
    if (scanf("%lld %lld %lld", &n, &a, &b) != 3) return 1;
    long long times = 0;
    if (n >= a) times = (n - a + (a - b) - 1) / (a - b);
    printf("%lld\n", n + times * b);
    return 0;
}
