#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::string cells;
    cells.reserve(size_t(n) * m);
    for (int i = 0; i < n; i++) {
        std::string row;
        std::cin >> row;
        cells += row;
    }
    int start = int(cells.find('S')), goal = int(cells.find('T'));
    std::vector<int> distance(cells.size(), -1), queue;
    queue.reserve(cells.size());
    distance[start] = 0;
    queue.push_back(start);
    for (size_t head = 0; head < queue.size(); head++) {
        int cell = queue[head], x = cell / m, y = cell % m;
        auto visit = [&](int next) {
            if (cells[next] == '#' || distance[next] != -1) return;
            distance[next] = distance[cell] + 1;
            queue.push_back(next);
        };
        if (x > 0) visit(cell - m);
        if (x + 1 < n) visit(cell + m);
        if (y > 0) visit(cell - 1);
        if (y + 1 < m) visit(cell + 1);
    }
    std::cout << distance[goal] << '\n';
    return 0;
}
