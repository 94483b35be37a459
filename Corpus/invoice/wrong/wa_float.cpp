// Wrong: a float has only 24 bits of precision, too few for the total.
#include <cstdio>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    float total = 0;
    while (n--) {
        float p;
        int k;
        if (scanf("%f %d", &p, &k) != 2) return 1;
        total += p * k;
    }
    printf("%.2f\n", total);
    return 0;
}
