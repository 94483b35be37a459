// Wrong: forgets that with fewer than a bottles nothing can be exchanged.
#include <cstdio>

int main() {
    long long n, a, b;
    if (scanf("%lld %lld %lld", &n, &a, &b) != 3) return 1;
    long long times = 0;
    times = (n - a) / (a - b) + 1;
    printf("%lld\n", n + times * b);
    return 0;
}
