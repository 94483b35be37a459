// Correct: joins the members of every club in a disjoint-set forest.
#include <cstdio>
#include <numeric>
#include <utility>
#include <vector>

std::vector<int> leader, size;

int find(int x) {
    while (leader[x] != x) x = leader[x] = leader[leader[x]];
    return x;
}

int main() {
    int p, c;
    if (scanf("%d %d", &p, &c) != 2) return 1;
    leader.resize(p + 1);
    size.assign(p + 1, 1);
    std::iota(leader.begin(), leader.end(), 0);
    while (c--) {
        int k, first = 0;
        if (scanf("%d", &k) != 1) return 1;
        for (int i = 0; i < k; i++) {
            int x;
            if (scanf("%d", &x) != 1) return 1;
            if (i == 0) first = x;
            int a = find(first), b = find(x);
            if (a == b) continue;
            if (size[a] < size[b]) std::swap(a, b);
            leader[b] = a;
            size[a] += size[b];
        }
    }
    printf("%d\n", size[find(1)]);
    return 0;
}
