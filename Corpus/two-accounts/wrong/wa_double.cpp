// Wrong: a double has only 53 bits of precision, so the last digits of large balances are lost.
#include <cstdio>

int main() {
    double a, b;
    if (scanf("%lf %lf", &a, &b) != 2) return 1;
    printf("%.0f\n", a + b);
    return 0;
}
