// Slow: looks through the row and the column of every cell, O(nm(n + m)).
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<int>> h(n, std::vector<int>(m));
    for (auto &row : h) {
        for (int &x : row) {
            if (scanf("%d", &x) != 1) return 1;
        }
    }
    int saddles = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            if (h[i][j] != *std::max_element(h[i].begin(), h[i].end())) continue;
            bool lowest = true;
            for (int k = 0; k < n; k++) lowest = lowest && h[k][j] >= h[i][j];
            saddles += lowest;
        }
    }
    printf("%d\n", saddles);
    return 0;
}
