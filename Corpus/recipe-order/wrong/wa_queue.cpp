// Wrong: takes the steps in the order in which they become possible.
#include <cstdio>
#include <queue>
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
    std::queue<int> ready;
    for (int i = 1; i <= n; i++) {
        if (before[i] == 0) ready.push(i);
    }
    std::vector<int> order;
    while (!ready.empty()) {
        int step = ready.front();
        ready.pop();
        order.push_back(step);
        for (int next : after[step]) {
            if (--before[next] == 0) ready.push(next);
        }
    }
    if (int(order.size()) < n) {
        puts("IMPOSSIBLE");
        return 0;
    }
    for (int i = 0; i < n; i++) printf("%d%c", order[i], i + 1 < n ? ' ' : '\n');
    return 0;
}
