#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::string> garden(n);
    for (auto &row : garden) std::cin >> row;
    // Ten queues in a circle, one for each distance modulo 10.
    std::vector<int> queues[10];
    std::vector<char> done(n * m);
    queues[(garden[0][0] - '0') % 10].push_back(0);
    int distance = garden[0][0] - '0';
    while (!done[n * m - 1]) {
        auto &queue = queues[distance % 10];
        for (size_t k = 0; k < queue.size(); k++) {
            int cell = queue[k];
            if (done[cell]) continue;
            done[cell] = 1;
            int x = cell / m, y = cell % m;
            const int dx[] = {1, -1, 0, 0}, dy[] = {0, 0, 1, -1};
            for (int d = 0; d < 4; d++) {
                int a = x + dx[d], b = y + dy[d];
                if (a < 0 || b < 0 || a >= n || b >= m || done[a * m + b]) continue;
                queues[(distance + garden[a][b] - '0') % 10].push_back(a * m + b);
            }
        }
        queue.clear();
        if (!done[n * m - 1]) distance++;
    }
    std::cout << distance << '\n';
    return 0;
}
