// Wrong: the number of squares can reach about 10^18, which does not fit into 32 bits.
#include <cstdio>

unsigned gcd(unsigned a, unsigned b) { return b == 0 ? a : gcd(b, a % b); }

int main() {
    unsigned w, h;
    while (scanf("%u %u", &w, &h) == 2 && w != 0) {
        unsigned side = gcd(w, h);
        printf("%d\n", int((w / side) * (h / side)));
    }
    return 0;
}
