// Slow: goes over the whole field in every turn, O((nm)^2) on a long winding corridor.
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const int dx[] = {0, 1, 0, -1}, dy[] = {1, 0, -1, 0};
    int t;
    std::cin >> t;
    while (t--) {
        int n, m;
        std::cin >> n >> m;
        std::vector<std::string> g(n);
        for (auto &row : g) std::cin >> row;
        int answer = -1;
        // S marks all cells in which the hero may be at the moment.
        for (int turn = 1; answer == -1; turn++) {
            bool alive = false, changed = false;
            std::vector<std::pair<int, int>> moves, flows;
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < m; y++) {
                    if (g[x][y] != 'S') continue;
                    for (int d = 0; d < 4; d++) {
                        int u = x + dx[d], v = y + dy[d];
                        if (u < 0 || v < 0 || u >= n || v >= m) {
                            answer = turn;
                        } else if (g[u][v] == '.') {
                            moves.push_back({u, v});
                        }
                    }
                }
            }
            for (auto [u, v] : moves) {
                g[u][v] = 'S';
                changed = true;
            }
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < m; y++) {
                    if (g[x][y] != '*') continue;
                    for (int d = 0; d < 4; d++) {
                        int u = x + dx[d], v = y + dy[d];
                        if (u < 0 || v < 0 || u >= n || v >= m) continue;
                        if (g[u][v] == '.' || g[u][v] == 'S') flows.push_back({u, v});
                    }
                }
            }
            for (auto [u, v] : flows) {
                g[u][v] = '*';
                changed = true;
            }
            for (auto &row : g) alive = alive || row.find('S') != std::string::npos;
            if (!alive || !changed) break;
        }
        std::cout << answer << '\n';
    }
    return 0;
}
