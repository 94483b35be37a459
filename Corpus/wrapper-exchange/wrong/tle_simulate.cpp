// Slow: exchanges round after round; with b close to a every round takes away only one bottle.
#include <cstdio>

int main() {
    long long n, a, b;
    if (scanf("%lld %lld %lld", &n, &a, &b) != 3) return 1;
    long long total = n, empty = n;
    while (empty >= a) {
        long long groups = empty / a;
        total += groups * b;
        empty = empty % a + groups * b;
    }
    printf("%lld\n", total);
    return 0;
}
