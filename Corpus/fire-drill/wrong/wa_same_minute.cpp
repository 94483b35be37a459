// Wrong: lets the man step into a cell that catches fire in the same minute.
#include <algorithm>
#include <iostream>
#include <queue>
#include <string>
#include <vector>

int n, m;
std::vector<std::string> hall;

// The minute at which each cell is first reached from the cells in the queue; never before, or together with, the bound.
std::vector<int> spread(std::queue<int> queue, const std::vector<int> &bound) {
    std::vector<int> minute(n * m, n * m + 1);
    for (auto starts = queue; !starts.empty(); starts.pop()) minute[starts.front()] = 0;
    while (!queue.empty()) {
        int cell = queue.front();
        queue.pop();
        const int dx[] = {1, -1, 0, 0}, dy[] = {0, 0, 1, -1};
        for (int k = 0; k < 4; k++) {
            int x = cell / m + dx[k], y = cell % m + dy[k];
            if (x < 0 || y < 0 || x >= n || y >= m || hall[x][y] == '#') continue;
            int next = x * m + y, t = minute[cell] + 1;
            if (minute[next] <= t || bound[next] < t) continue;
            minute[next] = t;
            queue.push(next);
        }
    }
    return minute;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::cin >> n >> m;
    hall.resize(n);
    std::queue<int> fires, man;
    for (int i = 0; i < n; i++) {
        std::cin >> hall[i];
        for (int j = 0; j < m; j++) {
            if (hall[i][j] == 'F') fires.push(i * m + j);
            if (hall[i][j] == 'P') man.push(i * m + j);
        }
    }
    const int never = n * m + 1;
    std::vector<int> fire = spread(fires, std::vector<int>(n * m, never));
    std::vector<int> minute = spread(man, fire);
    int best = never;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
            if (i == 0 || j == 0 || i == n - 1 || j == m - 1) best = std::min(best, minute[i * m + j]);
        }
    }
    if (best == never) std::cout << "TRAPPED\n";
    else std::cout << best + 1 << '\n';
    return 0;
}
