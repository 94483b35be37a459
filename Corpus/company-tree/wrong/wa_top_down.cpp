// Wrong: adds counts to the managers in increasing order, before the counts are complete.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> p(n + 1), direct(n + 1), count(n + 1);
    for (int i = 2; i <= n; i++) {
        if (scanf("%d", &p[i]) != 1) return 1;
        direct[p[i]]++;
    }
    count = direct;
    for (int i = 2; i <= n; i++) count[p[i]] += count[i];
    for (int i = 1; i <= n; i++) printf("%d%c", count[i], i < n ? ' ' : '\n');
    return 0;
}
