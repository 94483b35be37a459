// Wrong: the total is kept in 32 bits.
#include <cstdio>

int main() {
    int n, a, b;
    if (scanf("%d %d %d", &n, &a, &b) != 3) return 1;
    int times = 0;
    if (n >= a) times = (n - a) / (a - b) + 1;
    printf("%d\n", n + times * b);
    return 0;
}
