#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> jump(n + 1), twice(n + 1), at(q);
    std::vector<long long> left(q);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &jump[i]) != 1) return 1;
    }
    for (int i = 0; i < q; i++) {
        if (scanf("%d %lld", &at[i], &left[i]) != 2) return 1;
    }
    for (int bit = 0; bit < 60; bit++) {
        for (int i = 0; i < q; i++) {
            if (left[i] >> bit & 1) at[i] = jump[at[i]];
        }
        for (int i = 1; i <= n; i++) twice[i] = jump[jump[i]];
        jump.swap(twice);
    }
    for (int i = 0; i < q; i++) printf("%d\n", at[i]);
    return 0;
}
