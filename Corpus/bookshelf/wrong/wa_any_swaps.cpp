// Wrong: counts the volumes to the right of their place by distance, which differs from the number of adjacent swaps.
#include <cstdio>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    long long moves = 0;
    for (int i = 1; i <= n; i++) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        if (p > i) moves += p - i;
    }
    printf("%lld\n", moves);
    return 0;
}
