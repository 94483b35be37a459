// Wrong: an ordinary knapsack that may load several parcels from the same bag.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int k, capacity;
    if (scanf("%d %d", &k, &capacity) != 2) return 1;
    std::vector<int> best(capacity + 1);
    while (k--) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        while (p--) {
            int w, f;
            if (scanf("%d %d", &w, &f) != 2) return 1;
            for (int c = capacity; c >= w; c--) best[c] = std::max(best[c], best[c - w] + f);
        }
    }
    printf("%d\n", best[capacity]);
    return 0;
}
