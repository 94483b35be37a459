#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> length(n + 1), missing(n + 1), order;
    std::vector<std::vector<int>> next(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d %d", &length[i], &missing[i]) != 2) return 1;
        for (int j = 0; j < missing[i]; j++) {
            int a;
            if (scanf("%d", &a) != 1) return 1;
            next[a].push_back(i);
        }
        if (missing[i] == 0) order.push_back(i);
    }
    std::vector<long long> start(n + 1);
    long long answer = 0;
    for (size_t done = 0; done < order.size(); done++) {
        int u = order[done];
        long long end = start[u] + length[u];
        answer = std::max(answer, end);
        for (int v : next[u]) {
            start[v] = std::max(start[v], end);
            if (--missing[v] == 0) order.push_back(v);
        }
    }
    printf("%lld\n", int(order.size()) == n ? answer : -1);
    return 0;
}
