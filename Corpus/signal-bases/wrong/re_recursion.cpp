// Wrong: a recursive search overflows the stack on a path of 200000 bases.
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

std::vector<std::vector<std::pair<int, int>>> cables;

std::vector<long long> far;

void walk(int base, int from, long long time) {
    far[base] = time;
    for (auto [next, w] : cables[base]) {
        if (next != from) walk(next, base, time + w);
    }
}

std::vector<long long> distances(int start) {
    far.assign(cables.size(), 0);
    walk(start, -1, 0);
    return far;
}

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    cables.resize(n);
    for (int i = 1; i < n; i++) {
        int u, v, w;
        if (scanf("%d %d %d", &u, &v, &w) != 3) return 1;
        cables[u].push_back({v, w});
        cables[v].push_back({u, w});
    }
    // The farthest base is always one of the two ends of the longest path.
    auto zero = distances(0);
    int a = int(std::max_element(zero.begin(), zero.end()) - zero.begin());
    auto one = distances(a);
    int b = int(std::max_element(one.begin(), one.end()) - one.begin());
    auto other = distances(b);
    for (int i = 0; i < n; i++) printf("%lld%c", std::max(one[i], other[i]), i + 1 < n ? ' ' : '\n');
    return 0;
}
