// Wrong: the number of moves can reach about 2 * 10^10, which does not fit into 32 bits.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> tree(n + 1);
    unsigned moves = 0;
    for (int i = 0; i < n; i++) {
        int p;
        if (scanf("%d", &p) != 1) return 1;
        int smaller = 0;
        for (int x = p; x > 0; x -= x & -x) smaller += tree[x];
        moves += unsigned(i - smaller);
        for (int x = p; x <= n; x += x & -x) tree[x]++;
    }
    printf("%d\n", int(moves));
    return 0;
}
