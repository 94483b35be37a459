// Wrong: keeps the parcel with the best fee per gram of each bag and forgets the others.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int k, capacity;
    if (scanf("%d %d", &k, &capacity) != 2) return 1;
    std::vector<int> best(capacity + 1);
    while (k--) {
        int p, weight = 0, fee = 0;
        if (scanf("%d", &p) != 1) return 1;
        while (p--) {
            int w, f;
            if (scanf("%d %d", &w, &f) != 2) return 1;
            if (weight == 0 || 1LL * f * weight > 1LL * fee * w) {
                weight = w;
                fee = f;
            }
        }
        for (int c = capacity; c >= weight; c--) best[c] = std::max(best[c], best[c - weight] + fee);
    }
    printf("%d\n", best[capacity]);
    return 0;
}
