#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int k, capacity;
    if (scanf("%d %d", &k, &capacity) != 2) return 1;
    std::vector<int> best(capacity + 1), next;
    while (k--) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        next = best;
        while (p--) {
            int w, f;
            if (scanf("%d %d", &w, &f) != 2) return 1;
            for (int c = w; c <= capacity; c++) next[c] = std::max(next[c], best[c - w] + f);
        }
        best.swap(next);
    }
    printf("%d\n", best[capacity]);
    return 0;
}
