#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> manager(n + 1), count(n + 1);
    for (int i = 2; i <= n; i++) {
        if (scanf("%d", &manager[i]) != 1) return 1;
    }
    for (int i = n; i >= 2; i--) count[manager[i]] += count[i] + 1;
    for (int i = 1; i <= n; i++) printf("%d%c", count[i], i < n ? ' ' : '\n');
    return 0;
}
