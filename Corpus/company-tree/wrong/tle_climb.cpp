// Slow: climbs to the head of the company from every employee, O(n^2) when the tree is deep.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> p(n + 1), count(n + 1);
    for (int i = 2; i <= n; i++) {
        if (scanf("%d", &p[i]) != 1) return 1;
        for (int v = p[i]; v != 0; v = p[v]) count[v]++;
    }
    for (int i = 1; i <= n; i++) printf("%d%c", count[i], i < n ? ' ' : '\n');
    return 0;
}
