// Wrong: the maximum of a row starts at zero, although all heights can be negative.
#include <algorithm>
#include <climits>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<int>> h(n, std::vector<int>(m));
    std::vector<int> highest(n, 0), lowest(m, INT_MAX);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            if (scanf("%d", &h[i][j]) != 1) return 1;
            highest[i] = std::max(highest[i], h[i][j]);
            lowest[j] = std::min(lowest[j], h[i][j]);
        }
    }
    int saddles = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) saddles += h[i][j] == highest[i] && h[i][j] == lowest[j];
    }
    printf("%d\n", saddles);
    return 0;
}
