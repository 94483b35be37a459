// Slow: sweeps over all steps until nothing changes, O(n) sweeps when a chain runs against the numbers.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> length(n + 1);
    std::vector<std::vector<int>> before(n + 1);
    for (int i = 1; i <= n; i++) {
        int k;
        if (scanf("%d %d", &length[i], &k) != 2) return 1;
        before[i].resize(k);
        for (int &a : before[i]) {
            if (scanf("%d", &a) != 1) return 1;
        }
    }
    std::vector<long long> end(n + 1);
    bool changed = true;
    int sweep = 0;
    for (; changed && sweep <= n; sweep++) {
        changed = false;
        for (int i = 1; i <= n; i++) {
            long long start = 0;
            for (int a : before[i]) start = std::max(start, end[a]);
            if (start + length[i] == end[i]) continue;
            end[i] = start + length[i];
            changed = true;
        }
    }
    printf("%lld\n", changed ? -1 : *std::max_element(end.begin(), end.end()));
    return 0;
}
