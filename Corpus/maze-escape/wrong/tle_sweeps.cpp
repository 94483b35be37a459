// Slow: sweeps over the whole maze until no distance changes, O((nm)^2) on winding corridors.
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const int far = 1000000000;
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> g(n);
    std::vector<std::vector<int>> d(n, std::vector<int>(m, far));
    int tx = 0, ty = 0;
    for (int i = 0; i < n; i++) {
        std::cin >> g[i];
        for (int j = 0; j < m; j++) {
            if (g[i][j] == 'S') d[i][j] = 0;
            if (g[i][j] == 'T') {
                tx = i;
                ty = j;
            }
        }
    }
    bool changed = true;
    while (changed) {
        changed = false;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (g[i][j] == '#') continue;
                int best = far;
                if (i > 0) best = std::min(best, d[i - 1][j]);
                if (j > 0) best = std::min(best, d[i][j - 1]);
                if (i + 1 < n) best = std::min(best, d[i + 1][j]);
                if (j + 1 < m) best = std::min(best, d[i][j + 1]);
                if (best + 1 < d[i][j]) {
                    d[i][j] = best + 1;
                    changed = true;
                }
            }
        }
    }
    std::cout << (d[tx][ty] == far ? -1 : d[tx][ty]) << '\n';
    return 0;
}
