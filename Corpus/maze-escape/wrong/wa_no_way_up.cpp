// Wrong: the table of directions has "down" twice and lacks "up".
#include <iostream>
#include <queue>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const int dx[] = {0, 1, 0, 1}, dy[] = {1, 0, -1, 0};
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> g(n);
    std::vector<std::vector<int>> d(n, std::vector<int>(m, -1));
    int tx = 0, ty = 0;
    std::queue<std::pair<int, int>> q;
    for (int i = 0; i < n; i++) {
        std::cin >> g[i];
        for (int j = 0; j < m; j++) {
            if (g[i][j] == 'S') {
                q.push({i, j});
                d[i][j] = 0;
            }
            if (g[i][j] == 'T') {
                tx = i;
                ty = j;
            }
        }
    }
    while (!q.empty()) {
        auto [x, y] = q.front();
        q.pop();
        for (int k = 0; k < 4; k++) {
            int u = x + dx[k], v = y + dy[k];
            if (u < 0 || v < 0 || u >= n || v >= m || g[u][v] == '#' || d[u][v] != -1) continue;
            d[u][v] = d[x][y] + 1;
            q.push({u, v});
        }
    }
    std::cout << d[tx][ty] << '\n';
    return 0;
}
