// Wrong: fills the port lane until a car does not fit, and only the starboard lane from then on.
#include <cstdio>

int main() {
    int length, c, loaded = 0, lane = 0;
    if (scanf("%d", &length) != 1) return 1;
    int room = 100 * length;
    while (scanf("%d", &c) == 1 && c != 0) {
        if (c > room && lane == 0) {
            lane = 1;
            room = 100 * length;
        }
        if (c > room) break;
        room -= c;
        loaded++;
    }
    printf("%d\n", loaded);
    return 0;
}
