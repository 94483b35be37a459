// Wrong: forgets the flowers in the upper left corner.
#include <functional>
#include <iostream>
#include <queue>
#include <string>
#include <utility>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> garden(n);
    for (auto &row : garden) std::cin >> row;
    std::vector<int> far(n * m, 1000000000);
    std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>> queue;
    far[0] = 0;
    queue.push({0, 0});
    while (!queue.empty()) {
        auto [d, cell] = queue.top();
        queue.pop();
        if (d != far[cell]) continue;
        int x = cell / m, y = cell % m;
        const int dx[] = {1, -1, 0, 0}, dy[] = {0, 0, 1, -1};
        for (int k = 0; k < 4; k++) {
            int a = x + dx[k], b = y + dy[k];
            if (a < 0 || b < 0 || a >= n || b >= m) continue;
            int e = d + garden[a][b] - '0';
            if (e >= far[a * m + b]) continue;
            far[a * m + b] = e;
            queue.push({e, a * m + b});
        }
    }
    std::cout << far[n * m - 1] << '\n';
    return 0;
}
