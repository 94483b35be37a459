// Slow: goes over the whole map every minute, O((nm)^2) on winding paths.
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> now(n);
    for (auto &row : now) std::cin >> row;
    for (int t = 1;; t++) {
        std::vector<std::string> next = now;
        bool moved = false;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (now[i][j] != 'P' && now[i][j] != 'F') continue;
                const int dx[] = {1, -1, 0, 0}, dy[] = {0, 0, 1, -1};
                for (int k = 0; k < 4; k++) {
                    int x = i + dx[k], y = j + dy[k];
                    if (x < 0 || y < 0 || x >= n || y >= m) {
                        if (now[i][j] == 'P') return std::cout << t << '\n', 0;
                        continue;
                    }
                    if (now[i][j] == 'F' && next[x][y] != '#' && next[x][y] != 'F') {
                        next[x][y] = 'F';
                        moved = true;
                    }
                    if (now[i][j] == 'P' && next[x][y] == '.') {
                        next[x][y] = 'P';
                        moved = true;
                    }
                }
            }
        }
        if (!moved) break;
        now = next;
    }
    std::cout << "TRAPPED\n";
    return 0;
}
