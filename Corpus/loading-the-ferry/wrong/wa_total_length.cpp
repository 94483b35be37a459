// Wrong: only asks whether the total length of the cars fits into the two lanes together, and each car into one.
#include <cstdio>

int main() {
    int length, c, loaded = 0, total = 0;
    if (scanf("%d", &length) != 1) return 1;
    while (scanf("%d", &c) == 1 && c != 0) {
        total += c;
        if (c > 100 * length || total > 200 * length) break;
        loaded++;
    }
    printf("%d\n", loaded);
    return 0;
}
