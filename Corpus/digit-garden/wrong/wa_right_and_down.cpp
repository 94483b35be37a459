// Wrong: only steps to the right and down, although a detour can be better.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    int n, m;
    std::cin >> n >> m;
    std::vector<int> best(m, 1000000000);
    for (int i = 0; i < n; i++) {
        std::string row;
        std::cin >> row;
        for (int j = 0; j < m; j++) {
            if (i == 0 && j == 0) best[j] = 0;
            else if (j > 0) best[j] = std::min(best[j], best[j - 1]);
            best[j] += row[j] - '0';
        }
    }
    std::cout << best[m - 1] << '\n';
    return 0;
}
