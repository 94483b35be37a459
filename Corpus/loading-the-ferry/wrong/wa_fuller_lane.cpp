// Wrong: directs every car into the lane with less room left if it fits there, and into the other one otherwise.
#include <cstdio>
#include <utility>

int main() {
    int length, c, loaded = 0;
    if (scanf("%d", &length) != 1) return 1;
    int tight = 100 * length, wide = 100 * length;
    while (scanf("%d", &c) == 1 && c != 0) {
        if (tight > wide) std::swap(tight, wide);
        if (c <= tight) {
            tight -= c;
        } else if (c <= wide) {
            wide -= c;
        } else {
            break;
        }
        loaded++;
    }
    printf("%d\n", loaded);
    return 0;
}
