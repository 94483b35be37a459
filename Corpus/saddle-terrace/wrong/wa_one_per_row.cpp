// Wrong: looks only at the first greatest cell of each row.
#include <algorithm>
#include <climits>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<int>> h(n, std::vector<int>(m));
    std::vector<int> highest(n, INT_MIN), lowest(m, INT_MAX);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            if (scanf("%d", &h[i][j]) != 1) return 1;
            highest[i] = std::max(highest[i], h[i][j]);
            lowest[j] = std::min(lowest[j], h[i][j]);
        }
    }
    int saddles = 0;
    for (int i = 0; i < n; i++) {
        int j = int(std::find(h[i].begin(), h[i].end(), highest[i]) - h[i].begin());
        saddles += highest[i] == lowest[j];
    }
    printf("%d\n", saddles);
    return 0;
}
