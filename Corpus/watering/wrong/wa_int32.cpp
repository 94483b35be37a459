// Wrong: a height can reach 2 * 10^14, which does not fit into 32 bits.
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<unsigned> d(n + 2);
    while (m--) {
        int l, r, c;
        if (scanf("%d %d %d", &l, &r, &c) != 3) return 1;
        d[l] += unsigned(c);
        d[r + 1] -= unsigned(c);
    }
    unsigned height = d[1];
    int best = int(height), where = 1;
    for (int i = 2; i <= n; i++) {
        height += d[i];
        if (int(height) > best) {
            best = int(height);
            where = i;
        }
    }
    printf("%d %d\n", best, where);
    return 0;
}
