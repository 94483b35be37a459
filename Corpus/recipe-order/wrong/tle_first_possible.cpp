// Slow: looks for the first possible step from step 1 on every time, O(n^2).
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<int>> after(n + 1);
    std::vector<int> before(n + 1);
    while (m--) {
        int a, b;
        if (scanf("%d %d", &a, &b) != 2) return 1;
        after[a].push_back(b);
        before[b]++;
    }
    std::vector<int> order;
    while (int(order.size()) < n) {
        int step = 1;
        while (step <= n && before[step] != 0) step++;
        if (step > n) break;
        before[step] = -1;
        order.push_back(step);
        for (int next : after[step]) before[next]--;
    }
    if (int(order.size()) < n) {
        puts("IMPOSSIBLE");
        return 0;
    }
    for (int i = 0; i < n; i++) printf("%d%c", order[i], i + 1 < n ? ' ' : '\n');
    return 0;
}
