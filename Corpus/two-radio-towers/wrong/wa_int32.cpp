// Wrong: a loss can be too great for 32 bits, for instance when every square costs rent.
#include <algorithm>
#include <climits>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int h, w, c;
    std::cin >> h >> w >> c;
    std::vector<std::vector<int>> a(h, std::vector<int>(w));
    for (auto &row : a) {
        for (auto &x : row) std::cin >> x;
    }
    auto sum = [](int x, int y) { return int(unsigned(x) + unsigned(y)); };
    int answer = INT_MIN;
    for (int flip = 0; flip < 2; flip++) {
        std::vector<int> best(w, INT_MIN);
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < w; j++) {
                if (best[j] != INT_MIN) best[j] = sum(best[j], -c);
                if (j > 0 && best[j - 1] != INT_MIN) best[j] = std::max(best[j], sum(best[j - 1], -c));
                if (best[j] != INT_MIN) answer = std::max(answer, sum(best[j], a[i][j]));
                best[j] = std::max(best[j], a[i][j]);
            }
        }
        for (auto &row : a) std::reverse(row.begin(), row.end());
    }
    std::cout << answer << '\n';
    return 0;
}
