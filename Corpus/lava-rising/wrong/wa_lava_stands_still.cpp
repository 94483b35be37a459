// Wrong: the lava blocks the way, but never spreads.
#include <iostream>
#include <queue>
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
        std::vector<std::vector<int>> reached(n, std::vector<int>(m, -1));
        std::queue<std::pair<int, int>> hero;
        for (int x = 0; x < n; x++) {
            std::cin >> g[x];
            for (int y = 0; y < m; y++) {
                if (g[x][y] != 'S') continue;
                reached[x][y] = 0;
                hero.push({x, y});
            }
        }
        int answer = -1;
        for (; !hero.empty() && answer == -1; hero.pop()) {
            auto [x, y] = hero.front();
            for (int d = 0; d < 4; d++) {
                int u = x + dx[d], v = y + dy[d];
                if (u < 0 || v < 0 || u >= n || v >= m) {
                    answer = reached[x][y] + 1;
                    break;
                }
                if (g[u][v] != '.' || reached[u][v] != -1) continue;
                reached[u][v] = reached[x][y] + 1;
                hero.push({u, v});
            }
        }
        std::cout << answer << '\n';
    }
    return 0;
}
