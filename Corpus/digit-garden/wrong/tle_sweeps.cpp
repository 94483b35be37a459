// Slow: sweeps over the whole garden until no number changes, O((nm)^2) on winding paths.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> garden(n);
    for (auto &row : garden) std::cin >> row;
    std::vector<std::vector<int>> best(n + 2, std::vector<int>(m + 2, 1000000000));
    best[1][1] = garden[0][0] - '0';
    bool changed = true;
    while (changed) {
        changed = false;
        for (int i = n; i >= 1; i--) {
            for (int j = m; j >= 1; j--) {
                int near = std::min({best[i - 1][j], best[i + 1][j], best[i][j - 1], best[i][j + 1]});
                near += garden[i - 1][j - 1] - '0';
                if (near >= best[i][j]) continue;
                best[i][j] = near;
                changed = true;
            }
        }
    }
    std::cout << best[n][m] << '\n';
    return 0;
}
