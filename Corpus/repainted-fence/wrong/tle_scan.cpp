// Slow: walks over the planks for every question, O(nq).
#include <cstdio>
#include <vector>

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    std::vector<int> a(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &a[i]) != 1) return 1;
    }
    while (q--) {
        int type, i, x;
        if (scanf("%d %d", &type, &i) != 2) return 1;
        if (type != 3 && scanf("%d", &x) != 1) return 1;
        if (type == 1) {
            a[i] = x;
        } else if (type == 2) {
            int blocks = 1;
            for (int j = i; j < x; j++) {
                if (a[j] != a[j + 1]) blocks++;
            }
            printf("%d\n", blocks);
        } else {
            int planks = 0;
            for (int j = 1; j <= n; j++) {
                if (a[j] == i) planks++;
            }
            printf("%d\n", planks);
        }
    }
    return 0;
}
