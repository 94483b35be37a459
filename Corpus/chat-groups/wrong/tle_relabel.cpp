// Slow: writes the new group to everyone in turn with every merge, O(nm).
#include <cstdio>
#include <numeric>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<int> group(n + 1), size(n + m + 1, 1);
    std::iota(group.begin(), group.end(), 0);
    int fresh = n;
    while (m--) {
        char word[8];
        int x, y;
        if (scanf("%7s %d", word, &x) != 2) return 1;
        if (word[0] == 'M') {
            if (scanf("%d", &y) != 1) return 1;
            int a = group[x], b = group[y];
            if (a == b) continue;
            for (int &g : group) {
                if (g == b) g = a;
            }
            size[a] += size[b];
        } else if (word[0] == 'L') {
            size[group[x]]--;
            group[x] = ++fresh;
        } else {
            printf("%d\n", size[group[x]]);
        }
    }
    return 0;
}
