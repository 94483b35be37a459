// Wrong: lets the hero survive in a cell that fills with lava in the turn in which he enters it.
#include <iostream>
#include <queue>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const int dx[] = {0, 1, 0, -1}, dy[] = {1, 0, -1, 0};
    const int never = 1000000000;
    int t;
    std::cin >> t;
    while (t--) {
        int n, m;
        std::cin >> n >> m;
        std::vector<std::string> g(n);
        std::vector<std::vector<int>> burns(n, std::vector<int>(m, never)), reached = burns;
        std::queue<std::pair<int, int>> lava, hero;
        for (int x = 0; x < n; x++) {
            std::cin >> g[x];
            for (int y = 0; y < m; y++) {
                if (g[x][y] == '*') {
                    burns[x][y] = 0;
                    lava.push({x, y});
                }
                if (g[x][y] == 'S') {
                    reached[x][y] = 0;
                    hero.push({x, y});
                }
            }
        }
        for (; !lava.empty(); lava.pop()) {
            auto [x, y] = lava.front();
            for (int d = 0; d < 4; d++) {
                int u = x + dx[d], v = y + dy[d];
                if (u < 0 || v < 0 || u >= n || v >= m || g[u][v] == '#' || burns[u][v] < never) continue;
                burns[u][v] = burns[x][y] + 1;
                lava.push({u, v});
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
                if (g[u][v] == '#' || reached[u][v] < never || reached[x][y] + 1 > burns[u][v]) continue;
                reached[u][v] = reached[x][y] + 1;
                hero.push({u, v});
            }
        }
        std::cout << answer << '\n';
    }
    return 0;
}
