// Crashes: takes n * m <= 10^6 for n, m <= 1000.
#include <iostream>
#include <queue>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const int dx[] = {0, 1, 0, -1}, dy[] = {1, 0, -1, 0};
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> g(1000);
    std::vector<std::vector<int>> d(1000, std::vector<int>(1000, -1));
    int tx = 0, ty = 0;
    std::queue<std::pair<int, int>> q;
    for (int i = 0; i < n; i++) {
        std::cin >> g.at(i);
        for (int j = 0; j < m; j++) {
            if (g[i][j] == 'S') {
                q.push({i, j});
                d[i].at(j) = 0;
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
            if (u < 0 || v < 0 || u >= n || v >= m || g[u][v] == '#' || d[u].at(v) != -1) continue;
            d[u][v] = d[x][y] + 1;
            q.push({u, v});
        }
    }
    std::cout << d[tx].at(ty) << '\n';
    return 0;
}
