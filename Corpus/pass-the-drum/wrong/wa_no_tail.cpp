// Wrong: reduces k modulo the length of the cycle even while the flower has not reached the cycle.
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> jump(n + 1), cycle(n + 1), state(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &jump[i]) != 1) return 1;
    }
    for (int i = 1; i <= n; i++) {
        std::vector<int> path;
        int x = i;
        while (state[x] == 0) {
            state[x] = i;
            path.push_back(x);
            x = jump[x];
        }
        if (state[x] == i && cycle[x] == 0) {
            int length = 1;
            for (int y = jump[x]; y != x; y = jump[y]) length++;
            cycle[x] = length;
        }
        for (int y : path) cycle[y] = cycle[x];
    }
    std::vector<int> at(q), twice(n + 1);
    std::vector<long long> left(q);
    for (int i = 0; i < q; i++) {
        if (scanf("%d %lld", &at[i], &left[i]) != 2) return 1;
        if (left[i] >= n) left[i] %= cycle[at[i]];
    }
    for (int bit = 0; bit < 20; bit++) {
        for (int i = 0; i < q; i++) {
            if (left[i] >> bit & 1) at[i] = jump[at[i]];
        }
        for (int i = 1; i <= n; i++) twice[i] = jump[jump[i]];
        jump.swap(twice);
    }
    for (int i = 0; i < q; i++) printf("%d\n", at[i]);
    return 0;
}
