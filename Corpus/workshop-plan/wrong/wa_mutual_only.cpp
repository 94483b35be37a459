// Wrong: reports a contradiction only if two steps wait for each other, so longer cycles are missed.
#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> length(n + 1), missing(n + 1), order;
    std::vector<std::vector<int>> next(n + 1);
    std::set<std::pair<int, int>> pairs;
    bool contradiction = false;
    for (int i = 1; i <= n; i++) {
        if (scanf("%d %d", &length[i], &missing[i]) != 2) return 1;
        for (int j = 0; j < missing[i]; j++) {
            int a;
            if (scanf("%d", &a) != 1) return 1;
            next[a].push_back(i);
            pairs.insert({i, a});
            if (pairs.count({a, i})) contradiction = true;
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
    printf("%lld\n", contradiction ? -1 : answer);
    return 0;
}
