// Wrong: joins people in a disjoint-set forest, but hangs the person instead of the root of its tree.
#include <cstdio>
#include <numeric>
#include <vector>

std::vector<int> leader;

int find(int x) {
    while (leader[x] != x) x = leader[x];
    return x;
}

int main() {
    int p, c;
    if (scanf("%d %d", &p, &c) != 2) return 1;
    leader.resize(p + 1);
    std::iota(leader.begin(), leader.end(), 0);
    while (c--) {
        int k, first = 0;
        if (scanf("%d", &k) != 1) return 1;
        for (int i = 0; i < k; i++) {
            int x;
            if (scanf("%d", &x) != 1) return 1;
            if (i == 0) first = x;
            int a = find(first);
            if (a != find(x)) leader[x] = a;
        }
    }
    int count = 0;
    for (int x = 1; x <= p; x++) count += find(x) == find(1);
    printf("%d\n", count);
    return 0;
}
