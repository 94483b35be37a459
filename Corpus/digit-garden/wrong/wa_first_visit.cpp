// Wrong: a plain breadth-first search that fixes the number of flowers at the first visit of a cell.
#include <iostream>
#include <queue>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> garden(n);
    for (auto &row : garden) std::cin >> row;
    std::vector<int> far(n * m, -1);
    std::queue<int> queue;
    far[0] = garden[0][0] - '0';
    queue.push(0);
    while (!queue.empty()) {
        int cell = queue.front();
        queue.pop();
        int x = cell / m, y = cell % m;
        const int dx[] = {0, 0, 1, -1}, dy[] = {1, -1, 0, 0};
        for (int k = 0; k < 4; k++) {
            int a = x + dx[k], b = y + dy[k];
            if (a < 0 || b < 0 || a >= n || b >= m || far[a * m + b] != -1) continue;
            far[a * m + b] = far[cell] + garden[a][b] - '0';
            queue.push(a * m + b);
        }
    }
    std::cout << far[n * m - 1] << '\n';
    return 0;
}
