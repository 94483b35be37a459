// Wrong: the sum of a segment does not fit into 32 bits.
#include <algorithm>
#include <cstdio>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    int best = -2000000000;
    unsigned ending = 0;
    for (int i = 0; i < n; i++) {
        int a;
        if (scanf("%d", &a) != 1) return 1;
        ending = (int(ending) > 0 ? ending : 0u) + unsigned(a);
        best = std::max(best, int(ending));
    }
    printf("%d\n", best);
    return 0;
}
