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
    int fitted = 0, j = 0;
    for (int x : a) {
        while (j < m && b[j] < x) j++;
        if (j < m && b[j] <= x + d) {
            fitted++;
            j++;
        }
    }
    printf("%d\n", fitted);
    return 0;
}
