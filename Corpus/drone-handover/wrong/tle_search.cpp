// Slow: tries all combinations of parcels, exponential.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

std::vector<std::vector<std::pair<int, int>>> bags;

int search(size_t bag, int capacity) {
    if (bag == bags.size()) return 0;
    int best = search(bag + 1, capacity);
    for (auto [w, f] : bags[bag]) {
        if (w <= capacity) best = std::max(best, f + search(bag + 1, capacity - w));
    }
    return best;
}

int main() {
    int k, capacity;
    if (scanf("%d %d", &k, &capacity) != 2) return 1;
    bags.resize(k);
    for (auto &bag : bags) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        bag.resize(p);
        for (auto &[w, f] : bag) {
            if (scanf("%d %d", &w, &f) != 2) return 1;
        }
    }
    printf("%d\n", search(0, capacity));
    return 0;
}
