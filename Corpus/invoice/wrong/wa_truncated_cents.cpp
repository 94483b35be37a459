// Wrong: converts the price to cents by truncation, so 0.29 becomes 28 cents.
#include <cstdio>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    long long cents = 0;
    while (n--) {
        double p;
        int k;
        if (scanf("%lf %d", &p, &k) != 2) return 1;
        cents += (long long)(p * 100) * k;
    }
    printf("%lld.%02lld\n", cents / 100, cents % 100);
    return 0;
}
