// Wrong: loads exactly one parcel from each bag unless none of them fits alone.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int k, capacity;
    if (scanf("%d %d", &k, &capacity) != 2) return 1;
    const int never = -1000000000;
    std::vector<int> best(capacity + 1), next;
    while (k--) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        next.assign(capacity + 1, never);
        bool fits = false;
        while (p--) {
            int w, f;
            if (scanf("%d %d", &w, &f) != 2) return 1;
            for (int c = w; c <= capacity; c++) next[c] = std::max(next[c], best[c - w] + f);
            fits = fits || w <= capacity;
        }
        if (fits) best.swap(next);
    }
    printf("%d\n", std::max(best[capacity], 0));
    return 0;
}
