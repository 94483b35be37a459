#include <iostream>
#include <string>
#include <vector>

int n, m;
std::vector<std::string> field;

// The turns after which the cells are reached from the cells in `queue`, and -1 where they are not;
// a cell may only be entered earlier than `deadline`, if there is one.
std::vector<int> spread(std::vector<int> queue, const std::vector<int> *deadline) {
    std::vector<int> turn(n * m, -1);
    for (int c : queue) turn[c] = 0;
    for (size_t i = 0; i < queue.size(); i++) {
        int x = queue[i] / m, y = queue[i] % m;
        const int dx[] = {0, 1, 0, -1}, dy[] = {1, 0, -1, 0};
        for (int d = 0; d < 4; d++) {
            int u = x + dx[d], v = y + dy[d], c = u * m + v;
            if (u < 0 || v < 0 || u >= n || v >= m || field[u][v] == '#' || turn[c] != -1) continue;
            int when = turn[queue[i]] + 1;
            if (deadline && (*deadline)[c] != -1 && when >= (*deadline)[c]) continue;
            turn[c] = when;
            queue.push_back(c);
        }
    }
    return turn;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int t;
    std::cin >> t;
    while (t--) {
        std::cin >> n >> m;
        field.assign(n, "");
        std::vector<int> lava, start;
        for (int x = 0; x < n; x++) {
            std::cin >> field[x];
            for (int y = 0; y < m; y++) {
                if (field[x][y] == '*') lava.push_back(x * m + y);
                if (field[x][y] == 'S') start.push_back(x * m + y);
            }
        }
        std::vector<int> burns = spread(lava, nullptr), reached = spread(start, &burns);
        int answer = -1;
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < m; y++) {
                if (x > 0 && x < n - 1 && y > 0 && y < m - 1) continue;
                int turn = reached[x * m + y];
                if (turn != -1 && (answer == -1 || turn + 1 < answer)) answer = turn + 1;
            }
        }
        std::cout << answer << '\n';
    }
    return 0;
}
