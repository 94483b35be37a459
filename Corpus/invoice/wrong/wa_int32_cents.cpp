// Wrong: counts the cents in a 32-bit integer.
#include <cmath>
#include <cstdio>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    unsigned cents = 0;
    while (n--) {
        double p;
        unsigned k;
        if (scanf("%lf %u", &p, &k) != 2) return 1;
        cents += unsigned(std::lround(p * 100)) * k;
    }
    printf("%u.%02u\n", cents / 100, cents % 100);
    return 0;
}
