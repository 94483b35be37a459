#include <cstdio>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    long long cents = 0;
    while (n--) {
        int whole, fraction, count;
        if (scanf("%d.%d %d", &whole, &fraction, &count) != 3) return 1;
        cents += (whole * 100LL + fraction) * count;
    }
    printf("%lld.%02lld\n", cents / 100, cents % 100);
    return 0;
}
