// Slow: finds the greatest common divisor by subtraction, up to 10^9 steps for a narrow sheet.
#include <cstdio>

int main() {
    long long w, h;
    while (scanf("%lld %lld", &w, &h) == 2 && w != 0) {
        long long a = w, b = h;
        while (a != b) {
            if (a > b) a -= b;
            else b -= a;
        }
        printf("%lld\n", (w / a) * (h / a));
    }
    return 0;
}
