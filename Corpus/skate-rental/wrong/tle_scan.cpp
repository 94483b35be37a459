// Slow: looks through all skates for every child, O(nm).
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m, d;
    if (scanf("%d %d %d", &n, &m, &d) != 3) return 1;
    std::vector<int> a(n), b(m);
    for (int &x : a) {
        if (scanf("%d", &x) != 1) return 1;
    }
    for (int &x : b) {
        if (scanf("%d", &x) != 1) return 1;
    }
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    int fitted = 0;
    std::vector<char> taken(m);
    for (int x : a) {
        for (int j = 0; j < m; j++) {
            if (taken[j] || b[j] < x || b[j] > x + d) continue;
            taken[j] = true;
            fitted++;
            break;
        }
    }
    printf("%d\n", fitted);
    return 0;
}
